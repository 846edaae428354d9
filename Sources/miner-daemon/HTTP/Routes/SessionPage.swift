import SkillMiner

/// The page on which people sign in.
enum SessionPage {
  static func html(_ context: ServiceContext, failure: String?) -> String {
    let body =
      if let identity = context.identity {
        """
        <p>Vous êtes connecté\u{A0}: <strong>\(HTMLText.escaped(identity.name))</strong>, rôle\u{A0}: \(name(identity.role)).</p>
        <form class="act" method="post" action="/deconnexion">
        <input type="hidden" name="csrf" value="\(HTMLText.escaped(context.csrf))">
        <button>Se déconnecter</button>
        </form>
        """
      } else {
        """
        \(failure.map { "<p role=\"alert\">\(HTMLText.escaped($0))</p>" } ?? "")
        <form class="act" method="post" action="/connexion">
        <p><label for="jeton">Jeton d’accès</label>
        <input id="jeton" name="jeton" type="password" autocomplete="current-password" required></p>
        <button>Se connecter</button>
        </form>
        <p>L’administrateur du service crée les jetons avec «\u{A0}miner-daemon token create\u{A0}».</p>
        """
      }
    return PlainPage.html(
      "Connexion",
      """
      <div class="opening"><h1>Connexion</h1></div>
      \(body)
      <p><a href="/">Retour aux résultats</a></p>
      """)
  }

  private static func name(_ role: Role) -> String {
    switch role {
    case .reader: "lecture"
    case .contributor: "apport de données"
    case .reviewer: "relecture"
    case .administrator: "administration"
    }
  }
}
