/// The page on which people sign in.
enum SessionPage {
  static func html(_ context: ServiceContext, failure: String?) -> String {
    let body =
      if let identity = context.identity {
        """
        <p>Vous êtes connecté\u{A0}: <strong>\(escaped(identity.name))</strong>, rôle \(identity.role.rawValue).</p>
        <form method="post" action="/deconnexion">
        <input type="hidden" name="csrf" value="\(escaped(context.csrf))">
        <button>Se déconnecter</button>
        </form>
        """
      } else {
        """
        \(failure.map { "<p role=\"alert\">\(escaped($0))</p>" } ?? "")
        <form method="post" action="/connexion">
        <p><label for="jeton">Jeton d’accès</label><br>
        <input id="jeton" name="jeton" type="password" autocomplete="current-password" required size="60"></p>
        <button>Se connecter</button>
        </form>
        <p>L’administrateur du service crée les jetons avec «\u{A0}miner-daemon token create\u{A0}».</p>
        """
      }
    return """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Connexion</title>
      <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}input{max-width:100%;box-sizing:border-box}</style>
      </head>
      <body>
      <main>
      <h1>Connexion</h1>
      \(body)
      <p><a href="/">Retour aux résultats</a></p>
      </main>
      </body>
      </html>

      """
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
  }
}
