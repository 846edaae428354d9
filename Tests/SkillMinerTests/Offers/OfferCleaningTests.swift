import SkillMiner
import Testing

@Suite struct OfferCleaningTests {
  @Test(arguments: [
    ("Conduire un chariot", "Conduire un chariot"),
    ("l&#39;atelier &eacute;quip&#xE9; &amp; propre", "l'atelier équipé & propre"),
    ("d&amp;eacute;but &amp;amp;amp; fin", "début & fin"),
    (
      "R&D, salaire < 2000 €, <https://exemple.fr>, C<T>", "R&D, salaire < 2000 €, <https://exemple.fr>, C<T>"
    ),
    ("<p>Un</p><p>Deux</p>", "Un\nDeux\n"),
    ("Missions :<ul><li>Trier</li><li><p>Ranger</p></li></ul>Fin", "Missions :\n• Trier\n• Ranger\nFin"),
    ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
    ("<b>gras</b>, <a href=\"x\">lien</a>", "gras, lien"),
    ("&lt;p&gt;Un&lt;/p&gt;Deux", "Un\nDeux"),
    ("un\r\ndeux\rtrois\nquatre", "un\ndeux\ntrois\nquatre"),
    (#"un\r\ndeux\ntrois, C:\nouveau"#, "un\ndeux\ntrois, C:\\nouveau"),
    ("a\u{0}b\u{200B}c\u{FEFF}d\u{AD}e\u{7}f", "abcdef"),
    ("l\u{92}offre \u{80}, \u{85}", "l’offre €, …"),
    ("&#146;&#128;&#0;&#xD800;", "’€\u{FFFD}"),
    ("a<!-- caché --><style>p { color: red }</style>b<script>x < y</script>c", "abc"),
    ("- Trier\n• Ranger\n> Compter", "- Trier\n• Ranger\n> Compter"),
    ("&nbsp;;&inconnu; &", "\u{A0};&inconnu; &"),
    ("<p", "<p"), ("<!-- sans fin", "<!-- sans fin"), ("<script>sans fin", "sans fin"), ("", ""),
  ])
  func cleans(raw: String, expected: String) {
    #expect(OfferCleaning.clean(raw).text == expected)
  }

  @Test func whatIsCleanStaysAsItIs() {
    let text = "Préparer les commandes – R&D ; 3 < 5 ; l’équipe\n• trier"
    let cleaned = OfferCleaning.clean(text)
    #expect(cleaned.isUnchanged)
    #expect(cleaned.sourceRange(of: 3..<9) == 3..<9)
  }

  /// Texts made of units whose clean form is known: each unit is found back in the source, and the other way round.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func offsetsLeadBackToTheSource(seed: UInt64) {
    var random = Seeded(seed)
    let units: [(source: String, clean: String)] = [
      ("mot", "mot"), ("été", "été"), ("😀", "😀"), ("&eacute;", "é"), ("&amp;amp;", "&"), ("\r\n", "\n"),
      ("<br>", "\n"), ("\u{200B}", ""), ("<b>", ""), ("&lt;i&gt;", ""), (#"\r\n"#, "\n"), ("\u{92}", "’"),
      ("&#8364;", "€"), ("<!-- x -->", ""), (" & ", " & "), ("\u{0}", ""), ("< 5", "< 5"),
    ]
    let chosen = (0..<60).map { _ in units[random.next(below: units.count)] }
    let source = chosen.map(\.source).joined(separator: "|")
    let cleaned = OfferCleaning.clean(source)
    #expect(cleaned.text == chosen.map(\.clean).joined(separator: "|"))
    let sourceScalars = Array(source.unicodeScalars)
    let cleanScalars = Array(cleaned.text.unicodeScalars)
    var s = 0
    var c = 0
    for unit in chosen {
      let from = s..<s + unit.source.unicodeScalars.count
      let to = c..<c + unit.clean.unicodeScalars.count
      if to.isEmpty {
        #expect(cleaned.cleanRange(of: from).isEmpty)
      } else {
        #expect(cleaned.sourceRange(of: to) == from)
        #expect(cleaned.cleanRange(of: from) == to)
      }
      s = from.upperBound + 1
      c = to.upperBound + 1
    }
    // Any stretch: cleaning what it came from gives it again.
    for _ in 0..<50 {
      let a = random.next(below: cleanScalars.count + 1)
      let b = random.next(below: cleanScalars.count + 1)
      let range = min(a, b)..<max(a, b)
      let slice = text(sourceScalars[cleaned.sourceRange(of: range)])
      let again = OfferCleaning.clean(slice).text
      #expect(again == text(cleanScalars[range]) || again.contains(text(cleanScalars[range])))
    }
  }

  /// Arbitrary rubbish is cleaned without a crash, offsets stay in bounds, and nothing is left to clean.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func anythingIsAccepted(seed: UInt64) {
    var random = Seeded(seed)
    let pieces = [
      "<", ">", "&", "&amp;", "lt;", "&lt;", "p", "/", "!--", "--", "script", "\\", "r", "n", "\r", "\n",
      "\u{0}", "é",
      "#", "x9", ";", " ", "\u{2028}", "li", "😀", "\u{C2}",
    ]
    let source = (0..<400).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    let cleaned = OfferCleaning.clean(source)
    let total = cleaned.text.unicodeScalars.count
    let whole = cleaned.sourceRange(of: 0..<total)
    #expect(whole.lowerBound >= 0 && whole.upperBound <= source.unicodeScalars.count)
    var last = 0
    for i in 0..<total {
      let range = cleaned.sourceRange(of: i..<i + 1)
      #expect(!range.isEmpty && range.lowerBound >= last && range.upperBound <= source.unicodeScalars.count)
      last = range.lowerBound
    }
    #expect(!cleaned.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["<p &amp;amp;<!-- <script \u{0}", "<", "&amp;", "a\r\n"])
  func longTextsTakeLinearTime(piece: String) {
    let text = String(repeating: piece, count: 500_000 / piece.utf8.count)
    #expect(OfferCleaning.clean(text).text.utf8.count <= text.utf8.count)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
