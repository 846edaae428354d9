import SkillMiner

/// Forms as HTML, for who may send them.
struct FormHTML {
  let visitor: Visitor?

  /// Forms that follow each other. Those that may not be sent are said in one line a role.
  func html(_ forms: [PageForm], hasServer: Bool) -> String {
    guard hasServer else { return "" }
    var out = ""
    var refused: [PageForm] = []
    for form in forms {
      if let last = refused.last, last.needs != form.needs || maySend(form) {
        out += refusal(refused)
        refused = []
      }
      if let visitor, visitor.maySend(form) {
        out += html(form, visitor)
      } else {
        refused.append(form)
      }
    }
    return out + refusal(refused)
  }

  private func maySend(_ form: PageForm) -> Bool { visitor?.maySend(form) ?? false }

  private func refusal(_ forms: [PageForm]) -> String {
    guard let first = forms.first else { return "" }
    let role =
      switch first.needs {
      case .contributor: "de contributeur"
      case .reviewer: "de relecteur"
      case .administrator: "d’administrateur"
      }
    let titles =
      [first.title] + forms.dropFirst().map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }
    let what = HTMLText.escaped(titles.joined(separator: ", "))
    let way =
      visitor == nil
      ? "<a href=\"/connexion\">connectez-vous</a> avec un jeton \(role)."
      : "il faut le rôle \(role). Demandez-le à qui administre le service."
    return "<p class=\"soft needs\">\(what)\u{A0}: \(way)</p>\n"
  }

  private func html(_ form: PageForm, _ visitor: Visitor) -> String {
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
