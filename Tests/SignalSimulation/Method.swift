/// A way to decide that a share changed.
enum Method: String, CaseIterable {
  case naive = "parts comparées (test z)"
  case mantelHaenszel = "Mantel–Haenszel, offres indépendantes"
  case effective = "Mantel–Haenszel, effectifs efficaces (Rao–Scott)"
  case dirichlet = "log-odds à prior de Dirichlet, × √φ"
  case quasiPoisson = "régression quasi-poissonienne mensuelle"
  case clusteredNormal = "score par employeur, loi normale"
  case clustered = "score par employeur, loi de Student"
  case clusteredMonths = "score par employeur, Student, mois dans les strates"
}
