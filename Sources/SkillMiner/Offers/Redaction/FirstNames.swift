/// First names borne in France, enough to tell "Sophie Durand" from "Manpower Poitiers".
enum FirstNames {
  /// - Parameter name: lower case; a compound is known by its first part.
  static func contains(_ name: String) -> Bool {
    if known.contains(name) { return true }
    guard let hyphen = name.firstIndex(of: "-") else { return false }
    return known.contains(String(name[..<hyphen]))
  }

  private static let known: Set<String> = Set(
    """
    abdel adam adele adeline adèle adrien agathe agnès agnes aicha alain alban albane albert alex alexandra alexandre \
    alexia alexis alice alicia aline alison alix amandine amélie amelie amina anaelle anaïs anais andré andrea andréa \
    andrée ange angélique angelique anissa anita ann anna anne annick annie anthony antoine antonin apolline ariane \
    armand arnaud arthur assia astrid aude audrey aurélie aurelie aurélien aurelien aurore axel axelle baptiste \
    barbara bastien béatrice beatrice bénédicte benedicte benjamin benoît benoit bérangère berengère bernadette bernard \
    bertrand blandine boris brahim brice brigitte bruno camille carine carla carole caroline catherine cécile cecile \
    cédric cedric céline celine chantal charlène charlene charles charlotte chloé chloe christel christèle christelle \
    christian christiane christine christophe claire clara clarisse claude claudia claudine clémence clemence clément \
    clement clémentine cloé clotilde colette coline constance coralie corentin corinne cyril cyrille damien daniel \
    danièle danielle david deborah déborah delphine denis denise diane didier dimitri dominique dorian dorothée \
    dylan eddy edith édith edouard édouard edwige elena eléonore eliane elie elif elisa elisabeth élisabeth élise elise \
    élodie elodie eloïse elsa emeline emelyne emeric emilie émilie emma emmanuel emmanuelle enzo eric éric erica erika \
    erwan estelle esther etienne étienne eugénie eva eve évelyne evelyne fabien fabienne fabrice fanny farid fatiha \
    fatima fatou faustine félix felix fernando flavie flavien flora florence florent florian floriane franck françois \
    francois françoise francoise frank fred frédéric frederic frédérique frederique gabriel gabrielle gaël gael gaëlle \
    gaelle gaëtan gaetan gautier gauthier geneviève genevieve geoffrey geoffroy georges gérald géraldine geraldine \
    gérard gerard ghislain ghislaine gilbert gilles gisèle grégoire grégory gregory guilhem guillaume gustave guy \
    gwenaël gwenaelle gwenaëlle gwendoline hakim hamid hamza hassan hélène helene henri hervé herve hugo hugues ibrahim \
    igor ilona imane inès ines ingrid irène irene iris isabelle ivan jacqueline jacques jade jamel jamila jasmine jason \
    jean jeanne jennifer jeremie jérémie jeremy jérémy jérôme jerome jessica jessy jimmy joanna joël joel joëlle joelle \
    johan johann johanna johanne johnny jonathan jordan joris josé jose joseph joséphine josette josiane judith jules \
    julia julian juliana julie julien julienne juliette justin justine karen karim karima karine karl kate katia kelly \
    kenza kévin kevin khadija khalid kim laetitia laëtitia laure laurence laurent laurène laurie laurine léa lea leïla \
    leila léna lena léo leo léon leslie liliane lilian lina linda line lionel lisa lise loïc loic lola lorène loris lou \
    louis louisa louise luc lucas lucie lucien lucile lucille ludivine ludovic lydia lydie lydiane maëlle maelle \
    maeva maéva magali magalie mai maïté malika malo manon manuel manuela marc marcel marco margaux margot maria mariam \
    marianne marie mariana marielle marilyn marilyne marina marine mario marion marius marjolaine marjorie marlène \
    marlene martial martin martine maryline maryse maryvonne mathias mathieu mathilde mathis matthias matthieu maud \
    maude maurice max maxence maxime maximilien mehdi mélanie melanie mélina mélissa melissa michael michaël michaela \
    michel michèle michele micheline mickael mickaël miguel mila milan mireille mohamed mohammed monica monique morgan \
    morgane mounir muriel mustapha myriam mylène mylene nabil nadège nadege nadia nadine naïma nassim natacha natalia \
    natasha nathalie nathan nawal nelly nicolas nicole nina noah noé noël noelle noëlle noémie noemie nolwenn nora \
    norbert nordine océane oceane odile olga olivia olivier omar ophélie ophelie orane orlane oscar paméla pascal \
    pascale pascaline patrice patricia patrick paul paula paulette pauline pénélope perrine peter philippe philomène \
    pierre pierrick priscilla quentin rachel rachid raphaël raphael raphaëlle raymond rebecca régine regine régis regis \
    rémi remi rémy remy renaud rené renée richard rita robert robin rodolphe rodrigue roger roland rolande romain \
    romane romuald ronan rose roxane rozenn sabine sabrina salim salima salomé sam samantha samia samir samira samuel \
    samy sandra sandrine sandy sara sarah saïd said sébastien sebastien ségolène selim selma serena serge séverine \
    severine sidonie simon simone sofia sofiane soizic solène solene solenn solenne soline sonia sophia sophie soraya \
    stacy stella stéphan stephan stephane stéphane stephanie stéphanie steve steven suzanne sven sylvain sylvaine \
    sylvia sylviane sylvie tania tanguy tarik tatiana teddy téo thérèse théo theo théodore théophile thibaud thibault \
    thibaut thierry thomas tiffany tifenn timothé timothée tiphaine tom tony tristan ursula valentin valentine valérie \
    valerie valéry vanessa véronique veronique victor victoria vincent viviane virginie vladimir walid wendy wilfried \
    william xavier yacine yan yann yannick yannis yasmina yasmine yassine yoan yoann yohan yohann yolande youcef \
    youssef yvan yves yvette yvon yvonne zoé zohra
    """.split(separator: " ").map(String.init))
}
