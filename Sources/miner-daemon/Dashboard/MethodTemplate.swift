/// *Sources et méthode*: how each figure is computed, in words a buyer of training can check.
enum MethodTemplate {
  static let html = #"""
    <section class="method">
    <h2 id="methode">Sources et méthode</h2>
    <p><strong>Comment est-ce calculé ?</strong></p>
    <dl>
    <dt>Offres collectées</dt>
    <dd>Les chiffres portent sur les {{frame.offers}} offres collectées des métiers visés ({{frame.window}}). Ce n’est qu’une fenêtre sur le marché du travail : une part des recrutements ne passe par aucune offre, et une offre peut porter sur plusieurs postes.</dd>
    <dt>Offres distinctes</dt>
    <dd>Les rediffusions et les textes presque identiques comptent pour une seule offre ; leurs lieux sont tous retenus dans le nombre de territoires.</dd>
    <dt>Besoin</dt>
    <dd>Part des offres distinctes des métiers visés qui demandent la compétence : en mission, en exigence ou en souhait. Ce que l’employeur enseigne lui-même (« formation assurée ») est compté à part ; ce qui est nié ou relève de la présentation de l’entreprise n’est jamais compté.</dd>
    <dt>Intervalle</dt>
    <dd>Intervalle de Wilson (1927) à 95 %, sur un effectif corrigé par l’effet de plan de Rao et Scott (1981) : les offres d’un même employeur se ressemblent et pèsent moins que des offres indépendantes.</dd>
    <dt>Dans les blocs</dt>
    <dd>● couverte : la compétence, ou une compétence plus précise, figure dans un bloc. ◐ partielle : une compétence plus large ou voisine y figure, ou le geste est enseigné sans que le certificat soit nommé. ○ absente : rien n’en parle. Un certificat, une habilitation ou un permis n’est couvert que s’il est nommé. Une certification sans texte de compétences est « non évaluable ».</dd>
    <dt>Manque</dt>
    <dd>Compétence absente ou partielle dont la borne basse du besoin atteint {{frame.minimumDemand}}, dans au moins {{frame.minimumOffers}} offres. Les savoir-être sont suivis à part ; les macro-compétences du ROME, trop larges pour un module, sont montrées sans faire un manque ; les diplômes sont exclus.</dd>
    <dt>Module candidat</dt>
    <dd>De une à {{frame.moduleSize}} compétences manquantes d’une même certification, demandées ensemble dans les offres (information mutuelle normalisée de Bouma, 2009, d’au moins {{frame.cohesion}}). Ce sont des hypothèses de modules, à débattre avec les branches et les certificateurs.</dd>
    <dt>Profondeur et transférabilité</dt>
    <dd>Profondeur : 100 % si toutes les compétences du module sont absentes, 50 % si toutes sont partielles. Transférabilité : nombre d’autres certifications où la compétence principale manque aussi.</dd>
    <dt>Ordre</dt>
    <dd>D’abord les fronts de Pareto : aucun candidat n’en précède un autre qui le vaut sur tous les critères et le dépasse sur l’un d’eux. Dans un même front, moyenne pondérée ({{frame.weights}}).</dd>
    <dt>Signalements</dt>
    <dd>« Effectif faible » : moins de {{frame.supportOffers}} offres ou moins de {{frame.supportEmployers}} employeurs connus. « Un employeur domine » : plus de {{frame.dominance}} des offres qui demandent. « Métiers proposés » : lien entre certification et métier déduit de l’intitulé, à valider. « Métiers déduits du titre » : une partie des offres n’avait pas de code ROME. « Expirée » : l’enregistrement de la certification est échu au jour de l’analyse.</dd>
    <dt>Territoires</dt>
    <dd>Nombre de {{frame.territories}} où la compétence est demandée.</dd>
    <dt>Sources</dt>
    <dd>Offres importées par l’utilisateur ; {{frame.taxonomy}} (France Travail, Licence Ouverte 2.0) ; répertoires RNCP et RS (France compétences, Licence Ouverte 2.0). SkillMiner {{frame.version}}.</dd>
    <dt>Empreinte</dt>
    <dd>Elle résume les versions des données, le code, la période et les réglages ; deux analyses de même empreinte donnent les mêmes résultats.<br><code>{{frame.fingerprint}}</code></dd>
    </dl>
    </section>

    """#
}
