/// The body of the report on demand and coverage.
enum CoverageTemplate {
  static let html = #"""
    <ul class="figures">
    <li><b>{{assessedCount}}</b><span>certifications évaluées</span></li>
    <li><b>{{frame.offers}}</b><span>offres collectées analysées</span></li>
    </ul>
    {{> warnings}}
    {{#certifications}}
    <section>
    <h2>{{title}}</h2>
    <p>{{code}}, {{level}}{{#isExpired}} <span class="badge expired">expirée</span>{{/isExpired}}{{#isProposed}} <span class="badge proposed-links">métiers proposés</span>{{/isProposed}}{{#hasStatus}} <span class="badge">{{status}}</span>{{/hasStatus}}. Offres collectées distinctes : {{offers}} ; employeurs connus : {{employers}}.</p>
    {{#hasFamilies}}
    {{> families}}
    {{/hasFamilies}}
    {{#hasSoftSkills}}
    <p class="soft">Savoir-être demandés : {{softSkills}}.</p>
    {{/hasSoftSkills}}
    </section>
    {{/certifications}}

    """#
}
