/// Small feeds in the layouts of partners; every text and name is invented.
enum FeedFixtures {
  static let apec = """
    <?xml version='1.0' encoding='UTF-8'?><Export_offres><Export><Partenaire>X</Partenaire></Export>
    <Offre_emploi><Reference_apec>1W</Reference_apec><Date_parution>11/12/2025 10:41:41</Date_parution>
    <Intitule><![CDATA[Ingénieur méthodes F/H]]></Intitule><Nombre_postes>2</Nombre_postes><Contrat><Type_contrat>CDI</Type_contrat></Contrat>
    <Secteur_activite><NAF_secteur>7112B</NAF_secteur><Libelle_secteur>INGÉNIERIE</Libelle_secteur></Secteur_activite>
    <Texte_offre><![CDATA[<p>Vous r&eacute;digez les <b>gammes</b>.</p>]]></Texte_offre><Nom_entreprise><![CDATA[Essai]]></Nom_entreprise>
    <Lieu><COG_lieu>76540</COG_lieu><Libelle_lieu>ROUEN</Libelle_lieu></Lieu></Offre_emploi></Export_offres>
    """
  static let helloWork = """
    <root><job><job_id><![CDATA[68]]></job_id><title><![CDATA[Soudeur H/F]]></title><description><![CDATA[Vous soudez.]]></description>
    <profile><![CDATA[- Licence TIG]]></profile><city><![CDATA[METZ]]></city><geoloc><![CDATA[49.1,6.2]]></geoloc><postal_code><![CDATA[57000]]></postal_code>
    <publication_date><![CDATA[2024-01-30 23:21:39]]></publication_date><company_title><![CDATA[Essai SA]]></company_title>
    <company_description><![CDATA[Leader mondial]]></company_description></job></root>
    """
  static let cleverConnect = """
    <source><publisher>M</publisher><job id="70" lang="fr"><title><![CDATA[ VENDEUR H/F ]]></title><description><![CDATA[ <p>Vendre.</p> ]]></description>
    <publicationDate>2025-02-25T02:46:50.131Z</publicationDate><position><![CDATA[ Vendeur ]]></position>
    <company id="1"><name>Tralala</name><description>Nous sommes</description></company>
    <workplace><locations><location label="X" lat="44.1" lng="1.3"><city>Foix</city><postalCode>09000</postalCode></location></locations></workplace>
    <profile><description>Sourire</description><degrees><degree code="none">CAP</degree></degrees></profile></job></source>
    """
  static let jobTeaser = """
    <jobs><job><id><![CDATA[ab-1]]></id><job_details><title>Acheteur</title><description><![CDATA[Acheter<br>Négocier]]></description></job_details>
    <job_dates><first_activated_at>2025-09-20 09:42:48.000</first_activated_at></job_dates>
    <job_locations><location_city>Grenoble</location_city></job_locations><company><company_name>Essai</company_name></company></job></jobs>
    """
  static let talentsoft = """
    <offers><offer><id>1</id><reference>2026-1</reference><entityDescription>Leader</entityDescription><creationDate>20260101</creationDate>
    <mainSupervisor><FullName>JEANNE ESSAI</FullName><Email>jeanne.essai@exemple.fr</Email></mainSupervisor>
    <jobDescription><missionDescription>Brut</missionDescription><missionDescriptionFormatted><![CDATA[<ul><li>Dépanner</li></ul>]]></missionDescriptionFormatted>
    <applicantProfile>Bac pro</applicantProfile><title>Électricien</title><location><jobLocation>Lyon</jobLocation>
    <departements><departement>Rhône (69)</departement></departements></location></jobDescription></offer></offers>
    """
  static let laPoste = """
    <offres><offre><intitule-du-poste>Facteur</intitule-du-poste><reference>2025-9</reference><date-de-mise-a-jour>22-05-2025 00:11:19</date-de-mise-a-jour>
    <localite>83126 LA SEYNE SUR MER</localite><contexte>Le groupe change</contexte>
    <description-de-la-mission>Distribuer le courrier</description-de-la-mission><profil-recherche>Permis B</profil-recherche></offre></offres>
    """
  static let kelio = """
    <source><jobs><job><id>14</id><url>u</url><name>Monteur H/F</name><slug>s</slug><address><city>Neuilly</city><postal_code>92200</postal_code></address>
    <description>Brut</description><html_description><![CDATA[<p>Monter</p>]]></html_description><html_profile><![CDATA[<p>Curieux</p>]]></html_profile>
    <created_at>2025-02-27 14:31:25 UTC</created_at></job></jobs></source>
    """
  static let unknown = """
    <feed><annonce><id>1</id><titre>Couvreur</titre><texte>Poser des ardoises</texte><ville>Brest</ville><date_creation>2025-01-02</date_creation></annonce>
    <annonce><id>2</id><titre>Sans texte</titre></annonce></feed>
    """
  static let decathlon = """
    {"count":1,"ads":[{"locale":"fr_FR","reference":"K1","published_at":"2025-11-24T10:18:17+00:00","title":"Vendeur",
    "description":"<p>Conseiller</p>","profile":"<p>Sportif</p>","skills":["Accueil"],"experience_level":"Indifférent",
    "address":{"parts":{"zip":"78140","city":"Vélizy"},"position":{"lon":2.2,"lat":48.7}},
    "referent_recruiter":{"firstname":"Benoît","lastname":"ESSAI"},"brand":{"name":"MARQUE"}}]}
    """
  static let cegid = """
    [{"reference":"2025-8","title":"CONSEILLER","organisationName":"DT 78","organisationDescription":"Rejoignez-nous",
    "description1":"Brut","description1Formatted":"<p>Informer</p>","description2":"Aimer","contractType":{"label":"CDD"},
    "region":[{"label":"Yvelines (78)"}],"latitude":null,"startPublicationDate":"2025-10-03T09:42:16.853"}]
    """
  static let leboncoin = """
    "redirection","ville","entreprise","description","titre","identifiant","région","code postal"
    "https://exemple.fr/1","Tours","Essai","Découper
    la viande","Boucher F/H","29","Centre","37000"

    """
  static let posting = """
    {"@context":"https://schema.org/","@type":"JobPosting","title":"Plombier (H/F)","description":"&lt;p&gt;Poser &amp;amp; raccorder&lt;/p&gt;",
    "datePosted":"2025-03-04","identifier":{"@type":"PropertyValue","name":"X","value":"P-7"},
    "hiringOrganization":{"@type":"Organization","name":"Essai"},"employmentType":["FULL_TIME","TEMPORARY"],
    "jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Reims","postalCode":"51100"},"geo":{"latitude":49.2,"longitude":"4.0"}}],
    "skills":"brasage, cintrage","qualifications":"CAP exigé","educationRequirements":{"@type":"EducationalOccupationalCredential","credentialCategory":"CAP"},
    "experienceRequirements":{"@type":"OccupationalExperienceRequirements","monthsOfExperience":24},"totalJobOpenings":3}
    """
  static let page = """
    <!DOCTYPE html><html><head><title>Emploi</title>
    <script>var a = 1 < 2;</script>
    <script type="application/ld+json">{"@graph":[{"@type":"BreadcrumbList"},\(posting)]}</script>
    <script type='application/ld+json'>{"@type":"Organization","name":"x"}</script>
    <script type="application/ld+json">{cassé</script></head><body><p>Plombier</p></body></html>
    """
}
