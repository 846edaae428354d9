/// The body of the report on candidate modules.
enum CandidatesTemplate {
  static let html = #"""
    <ul class="figures">
    <li><b>{{candidateCount}}</b><span>modules candidats</span></li>
    <li><b>{{certificationCount}}</b><span>certifications concernées</span></li>
    <li><b>{{assessedCount}}</b><span>certifications évaluées</span></li>
    <li><b>{{frame.offers}}</b><span>offres collectées analysées</span></li>
    </ul>
    {{> warnings}}
    <section>
    <h2>Vue d’ensemble</h2>
    {{^candidates}}
    <p>Aucun module candidat avec ces offres et ces seuils.</p>
    {{/candidates}}
    {{#hasCandidates}}
    <div class="wide">
    <table>
    <caption>Compétences demandées dans les offres collectées et absentes, en tout ou partie, des blocs de la certification. La méthode est à la fin.</caption>
    <thead>
    <tr><th scope="col" class="number">N°</th><th scope="col">Module proposé</th><th scope="col">Certification</th><th scope="col" class="number">Besoin</th><th scope="col" class="number">Intervalle</th><th scope="col" class="number">Offres</th><th scope="col" class="number">Empl.</th><th scope="col" class="number">Terr.</th></tr>
    </thead>
    <tbody>
    {{#candidates}}
    <tr>
    <td class="number">{{rank}}</td>
    <th scope="row">{{#isShown}}<a href="#{{anchor}}">{{name}}</a>{{/isShown}}{{^isShown}}{{name}}{{/isShown}}<br><span class="soft">{{symbol}} {{verdict}}</span></th>
    <td>{{certification}} <span class="soft">({{code}}, {{level}})</span> {{#badges}} <span class="badge {{style}}">{{label}}</span>{{/badges}}</td>
    <td class="number">{{demand}}</td>
    <td class="number">{{interval}}</td>
    <td class="number">{{count}}</td>
    <td class="number">{{employers}}</td>
    <td class="number">{{territories}}</td>
    </tr>
    {{/candidates}}
    </tbody>
    </table>
    </div>
    {{/hasCandidates}}
    </section>
    {{#hasCandidates}}
    <section class="fiches">
    <h2>Fiches des modules</h2>
    <p class="soft">{{ficheNote}}</p>
    {{#fiches}}
    <article class="fiche" id="{{anchor}}">
    <header>
    <span class="rank" aria-label="Rang">{{rank}}</span>
    <div>
    <h3>{{name}}</h3>
    <p>{{certification}} ({{code}}, {{level}}) {{#badges}} <span class="badge {{style}}">{{label}}</span>{{/badges}}</p>
    </div>
    </header>
    <p class="soft">{{links}}. {{expiry}}</p>
    {{#hasSeveral}}
    <p>Au moins une de ces compétences est demandée dans <strong>{{demand}}</strong> des offres collectées ({{count}}, intervalle {{interval}}).</p>
    {{{chart}}}
    {{/hasSeveral}}
    {{> families}}
    <dl class="criteria">
    {{#criteria}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/criteria}}
    </dl>
    {{#hasEvidence}}
    <h4>Ce que disent les offres</h4>
    <ul class="evidence">
    {{#evidence}}
    <li>« {{sentence.before}}<mark>{{sentence.mention}}</mark>{{sentence.after}} »<cite>Offre {{offer}}, {{date}}, {{place}}</cite></li>
    {{/evidence}}
    </ul>
    {{/hasEvidence}}
    </article>
    {{/fiches}}
    </section>
    {{/hasCandidates}}

    """#
}
