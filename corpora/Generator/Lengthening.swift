/// Makes offers as long as real ones: what measurements of size and speed need and the demonstration does not.
///
/// What is added plants nothing: ordinary tasks of the trades of the same filière, sentences about the employer,
/// benefits. Lengths follow the descriptions of some eleven thousand offers of 2024 and 2025 (mean 2.3 kB in UTF-8).
struct Lengthening {
  /// Share of offers below a length in bytes.
  private static let quantiles: [(share: Double, length: Double)] = [
    (0, 250), (0.1, 840), (0.25, 1400), (0.5, 2080), (0.75, 2950), (0.9, 4300), (0.99, 5050), (1, 9000),
  ]

  private let tasks: [[TaskPhrase]]
  private let company: [FrameLine]
  private let context: [FrameLine]
  private let boilerplate: [Bytes]
  private let benefits: [Bytes]
  private let missionHeadings: [Bytes]
  private let offerHeadings: [Bytes]
  private let neighbours: [[Int]]

  init(bank: PhraseBank) throws {
    func bytes(_ section: String) throws -> [Bytes] { try bank.frame.texts(section).map { Bytes($0.utf8) } }
    company = try bank.frame.lines("company")
    context = try bank.frame.lines("context")
    boilerplate = try bytes("boilerplate")
    benefits = try bytes("benefits")
    missionHeadings = try bytes("missions heading")
    offerHeadings = try bytes("offer heading")
    tasks = bank.occupations.map { $0.tasks.flatMap { $0 } }
    neighbours = bank.occupations.map { occupation in
      bank.occupations.indices.filter { bank.occupations[$0].filiere == occupation.filiere }
    }
  }

  /// The length at a share of offers, between the quantiles in a straight line.
  static func length(_ share: Double) -> Int {
    for (low, high) in zip(quantiles, quantiles.dropFirst()) where share <= high.share {
      let part = (share - low.share) / (high.share - low.share)
      return Int(low.length + part * (high.length - low.length))
    }
    return Int(quantiles[quantiles.count - 1].length)
  }

  /// Appends paragraphs until the description has a length drawn for it.
  func extend(
    _ text: inout Bytes, occupation: Int, words: Words, style: DocumentStyle,
    _ random: inout SeededGenerator
  ) {
    let target = Self.length(random.unit())
    guard text.count < target else { return }
    var bytes: Bytes = []
    swap(&bytes, &text)
    var page = Page(style: style, bytes: bytes, &random)
    bytes = []
    page.lineBreak()
    while page.bytes.count < target {
      switch random.below(6) {
      case 0...1: list(occupation, &page, &random)
      case 2...3: paragraph(occupation, &page, &random)
      case 4:
        page.heading(random.pick(offerHeadings), &random)
        let start = random.below(benefits.count)
        for rank in 0..<1 + random.below(4) { page.item(benefits[(start + rank * 11) % benefits.count]) }
      default:
        page.sentence(random.pick(random.chance(0.5) ? company : context), words)
        for _ in 0..<random.below(3) { page.sentence(random.pick(boilerplate)) }
      }
    }
    swap(&page.bytes, &text)
  }

  private func task(_ occupation: Int, _ random: inout SeededGenerator) -> TaskPhrase {
    let trade = random.chance(0.5) ? occupation : random.pick(neighbours[occupation])
    return random.pick(tasks[trade])
  }

  private func list(_ occupation: Int, _ page: inout Page, _ random: inout SeededGenerator) {
    page.heading(random.pick(missionHeadings), &random)
    let form = random.below(3)
    for _ in 0..<3 + random.below(5) { page.item(task(occupation, &random), form: form) }
  }

  private func paragraph(_ occupation: Int, _ page: inout Page, _ random: inout SeededGenerator) {
    for _ in 0..<1 + random.below(3) {
      let together = (0..<1 + random.below(3)).map { _ in task(occupation, &random) }
      switch random.below(3) {
      case 0:
        page.bytes.append("Vous ")
        page.enumerate(together[...]) { $0.present }
      case 1:
        page.bytes.append("Il s’agit ")
        page.enumerate(together[...]) { $0.ofInfinitive }
      default: page.enumerate(together[...], capitalised: true) { $0.nominal }
      }
      page.endSentence()
    }
    page.lineBreak()
  }
}
