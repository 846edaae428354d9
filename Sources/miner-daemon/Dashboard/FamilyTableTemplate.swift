/// The table of families of one certification, used by both reports.
enum FamilyTableTemplate {
  static let html = #"""
    <div class="wide">
    <table>
    <thead>
    <tr><th scope="col" class="name">Compétence</th><th scope="col" class="need">Besoin et intervalle à 95 %</th><th scope="col" class="number">Offres</th><th scope="col" class="number">Empl.</th><th scope="col" class="number">Terr.</th><th scope="col">Dans les blocs</th></tr>
    </thead>
    <tbody>
    {{#families}}
    <tr class="{{level}}">
    <th scope="row">{{label}}<br><span class="soft">{{kind}}</span></th>
    <td class="need">{{demand}} <span class="soft">({{interval}})</span>{{{chart}}}</td>
    <td class="number">{{count}}</td>
    <td class="number">{{employers}}</td>
    <td class="number">{{territories}}</td>
    <td><span class="verdict">{{symbol}} {{verdict}}</span><br><span class="reason">{{reason}}{{#passage}} : « {{text}} » ({{code}}){{/passage}}.</span></td>
    </tr>
    {{/families}}
    </tbody>
    </table>
    </div>

    """#
}
