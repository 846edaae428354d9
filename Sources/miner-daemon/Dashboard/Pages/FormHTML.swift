import SkillMiner

/// Forms as HTML, for who may send them.
struct FormHTML {
  let visitor: Visitor?

  func html(_ form: PageForm, hasServer: Bool) -> String {
    guard hasServer else { return "" }
    let role =
      switch form.needs {
      case .contributor: "de contributeur"
      case .reviewer: "de relecteur"
      case .administrator: "d’administrateur"
      }
    guard let visitor else {
      return
        "<p class=\"soft\">\(HTMLText.escaped(form.title))\u{A0}: <a href=\"/connexion\">connectez-vous</a> avec un jeton \(role).</p>\n"
    }
    guard visitor.maySend(form) else {
      return
        "<p class=\"soft\">\(HTMLText.escaped(form.title))\u{A0}: il faut le rôle \(role). Demandez-le à qui administre le service.</p>\n"
    }
    var out =
      "<form class=\"act\" id=\"\(form.id)\" method=\"post\" action=\"\(HTMLText.escaped(form.action.address))\">\n"
    out += "<h3>\(HTMLText.escaped(form.title))</h3>\n"
    out += "<input type=\"hidden\" name=\"csrf\" value=\"\(HTMLText.escaped(visitor.csrf))\">\n"
    for field in form.fields { out += self.field(field, form.id) }
    for group in form.groups {
      out += "<fieldset>\n<legend>\(HTMLText.escaped(group.title))</legend>\n"
      for field in group.fields { out += self.field(field, form.id) }
      out += "</fieldset>\n"
    }
    return out + "<button type=\"submit\">\(HTMLText.escaped(form.submit))</button>\n</form>\n"
  }

  private func field(_ field: PageForm.Field, _ form: String) -> String {
    let id = "\(form)-\(field.name)"
    let value = HTMLText.escaped(field.value)
    let required = field.isRequired ? " required" : ""
    let control: String
    switch field.kind {
    case .hidden: return "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(value)\">\n"
    case .line:
      control =
        "<input id=\"\(id)\" name=\"\(field.name)\" type=\"text\" value=\"\(value)\" maxlength=\"300\"\(required)>"
    case .text:
      control =
        "<textarea id=\"\(id)\" name=\"\(field.name)\" rows=\"3\" maxlength=\"2000\"\(required)>\(value)</textarea>"
    case .number(let range):
      control =
        "<input id=\"\(id)\" name=\"\(field.name)\" type=\"number\" min=\"\(range.lowerBound)\" max=\"\(range.upperBound)\" value=\"\(value)\"\(required)>"
    case .day:
      control =
        "<input id=\"\(id)\" name=\"\(field.name)\" type=\"date\" value=\"\(value)\"\(required)>"
    case .choice(let choices):
      let options = choices.map {
        let isChosen = !field.value.isEmpty && $0.value == field.value ? " selected" : ""
        return
          "<option value=\"\(HTMLText.escaped($0.value))\"\(isChosen)>\(HTMLText.escaped($0.label))</option>"
      }
      control = "<select id=\"\(id)\" name=\"\(field.name)\">\(options.joined())</select>"
    }
    return "<p><label for=\"\(id)\">\(HTMLText.escaped(field.label))</label>\(control)</p>\n"
  }
}
