import Taxonomy

/// A country of two regions, in the layouts of the official tables.
enum SmallTerritories {
  static let files: [(name: String, bytes: [UInt8])] = [
    (
      "v_commune.csv",
      """
      TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
      COM,69123,84,69,,,0,LYON,Lyon,Lyon,,
      ARM,69383,84,69,,,0,LYON 3E,Lyon,Lyon 3e Arrondissement,,69123
      COM,69266,84,69,,,0,VILLEURBANNE,Villeurbanne,Villeurbanne,,
      COM,32147,76,32,,,0,GIMONT,Gimont,Gimont,,
      COM,32900,76,32,,,1,ISLE,Isle,L'Isle-Saint-Étienne,,
      COMD,32901,,,,,0,VIEUX,Vieux,Vieux-Bourg,,32147
      COM,32902,76,32,,,0,GERS,Gers,Gers,,
      COM,69903,84,69,,,0,DOUBLE,Double,Double,,
      COM,32903,76,32,,,0,DOUBLE,Double,Double,,
      COM,X1,76,32,,,0,FAUX,Faux,Faux,,

      """.bytes
    ),
    (
      "v_departement.csv",
      "DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n69,84,69123,0,,,Rhône\n32,76,32147,0,,,Gers\n".bytes
    ),
    (
      "v_region.csv",
      "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n84,69123,0,,,Auvergne-Rhône-Alpes\n76,31555,0,,,Occitanie\n"
        .bytes
    ),
    (
      "lexique.csv",
      "CODE_COMMUNE_INSEE,REG_CREDOC,REG,DEP,CCOMMUNE,NOMCOM,BE19,NOMBE19\n69123,A,84,69,69123,Lyon,8420,LYON\n99999,A,84,69,,Ancienne,8420,LYON\n"
        .bytes
    ),
    (
      "zones.json",
      "[{\"code_commune\":\"69266\",\"code_zone_emploi\":\"0421\"},{\"code_commune\":\"69123\",\"code_zone_emploi\":\"0421\"}]"
        .bytes
    ),
  ]
}
