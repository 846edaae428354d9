/// Writes the advertisement that belongs to an index: same seed, same index, same bytes.
struct OfferComposer {
  let plan: CorpusPlan
  let seed: UInt64
  let offers: Int
  private let layout: OfferLayout
  private let softFamilies: [Int?]
  private let lengthening: Lengthening?

  /// - Parameter isFullLength: whether offers are as long as real ones: the same advertisements, with more around them.
  init(plan: CorpusPlan, seed: UInt64, offers: Int, isFullLength: Bool = false) throws {
    lengthening = isFullLength ? try Lengthening(bank: plan.bank) : nil
    self.plan = plan
    self.seed = seed
    self.offers = offers
    layout = try OfferLayout(bank: plan.bank)
    let families = plan.bank.families.map(\.id)
    softFamilies = plan.bank.frame.softSkills.map { skill in
      skill.family.flatMap { families.firstIndex(of: $0) }
    }
  }

  func month(of index: Int) -> Int { index * plan.window.count / max(offers, 1) }

  /// Fills `offer`; `parts` and `scratch` are working space.
  func compose(_ index: Int, into offer: inout ComposedOffer, parts: inout OfferParts, scratch: inout Bytes) {
    var random = SeededGenerator(seed: seed, stream: UInt64(index) &* 2 &+ 1)
    offer.reset()
    parts.reset()
    offer.month = month(of: index)
    let flood = plan.flood
    offer.isFlood = flood.months.contains(offer.month) && random.chance(flood.share)
    offer.occupation =
      offer.isFlood
      ? flood.occupation : Self.draw(plan.mix[offer.month], random.unit() * (plan.mix[offer.month].last ?? 1))
    offer.place = Self.draw(plan.placeWeights, random.below(plan.placeWeights.last ?? 1))
    let occupation = plan.bank.occupations[offer.occupation]
    let style = offer.isFlood ? .headings : DocumentStyle.draw(&random)
    offer.isAgency = style == .agency
    let employers = plan.bank.employers
    let pool = offer.isAgency ? employers.agencies : employers.byFiliere[occupation.filiere, default: []]
    // The smaller of two draws: a few employers post a lot, most of them little.
    let drawn = min(random.below(pool.count), random.below(pool.count))
    offer.employer = offer.isFlood ? flood.employer : pool[drawn]
    writeTitle(occupation, into: &offer, &random)
    plantDemands(into: &offer, &parts, &random)
    addOrdinaryTasks(occupation, &parts, &random)
    addProfile(occupation, into: &offer, &parts, &random)
    layout.write(
      parts: parts, style: style, place: plan.bank.places[offer.place], occupation: occupation,
      into: &offer, &random)
    if let lengthening {
      var own = SeededGenerator(seed: seed ^ 0x1E57, stream: UInt64(index))
      let words = Words(
        employer: offer.employer, city: plan.bank.places[offer.place].name, title: offer.title,
        soft: parts.soft)
      lengthening.extend(
        &offer.description, occupation: offer.occupation, words: words, style: style, &own)
    }
    spoil(&offer.description, style: style, scratch: &scratch, &random)
  }

  private static func draw<Number: Comparable>(_ cumulated: [Number], _ value: Number) -> Int {
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func writeTitle(
    _ occupation: OccupationProfile, into offer: inout ComposedOffer, _ random: inout SeededGenerator
  ) {
    offer.title.append(contentsOf: random.pick(occupation.titles))
    switch random.below(10) {
    case 0..<5: offer.title.append(" (H/F)")
    case 5: offer.title.append(" H/F")
    case 6: offer.title.append(" (F/H)")
    default: break
    }
    if random.chance(0.08) { Noise.capitalise(&offer.title) }
  }

  /// Decides which families the offer asks for, offers, denies or merely looks like, and words them.
  private func plantDemands(
    into offer: inout ComposedOffer, _ parts: inout OfferParts, _ random: inout SeededGenerator
  ) {
    for demand in plan.demands[offer.occupation] {
      let family = plan.bank.families[demand.family]
      var share = demand.shares[offer.month]
      if offer.isFlood, demand.family == plan.flood.family { share = plan.flood.demand }
      if random.chance(share) {
        offer.demanded.append(demand.family)
        word(family, &parts, &random)
      } else if demand.provided > 0, random.chance(demand.provided), !family.provided.isEmpty {
        offer.provided.append(demand.family)
        parts.benefits.append(random.pick(family.provided))
      } else if demand.negated > 0, random.chance(demand.negated), !family.negated.isEmpty {
        offer.negated.append(demand.family)
        parts.profile.append(random.pick(family.negated))
      }
      if demand.boilerplate > 0, random.chance(demand.boilerplate), !family.boilerplate.isEmpty {
        offer.boilerplate.append(demand.family)
        parts.boilerplate.append(random.pick(family.boilerplate))
      }
    }
  }

  private func word(_ family: FamilyWording, _ parts: inout OfferParts, _ random: inout SeededGenerator) {
    let asTask = family.kind == "know-how" ? 0.8 : 0.35
    if !family.tasks.isEmpty, family.required.isEmpty || random.chance(asTask) {
      parts.missions.append(random.pick(random.pick(family.tasks)))
    } else if !family.wished.isEmpty, family.required.isEmpty || random.chance(0.2) {
      parts.profile.append(random.pick(family.wished))
    } else {
      parts.profile.append(random.pick(family.required))
    }
  }

  private func addOrdinaryTasks(
    _ occupation: OccupationProfile, _ parts: inout OfferParts, _ random: inout SeededGenerator
  ) {
    let count = min(2 + random.below(4), occupation.tasks.count)
    var line = random.below(occupation.tasks.count)
    for _ in 0..<count {
      let at = random.below(parts.missions.count + 1)
      parts.missions.insert(random.pick(occupation.tasks[line]), at: at)
      line = (line + 1) % occupation.tasks.count
    }
  }

  private func addProfile(
    _ occupation: OccupationProfile, into offer: inout ComposedOffer, _ parts: inout OfferParts,
    _ random: inout SeededGenerator
  ) {
    if random.chance(0.6), !occupation.diplomaSentences.isEmpty {
      parts.profile.insert(random.pick(occupation.diplomaSentences), at: 0)
    } else if random.chance(0.12) {
      parts.profile.insert(random.pick(layout.noDiploma), at: 0)
    }
    if random.chance(0.7) {
      parts.profile.append(random.pick(layout.experience))
      offer.experience = random.chance(0.5) ? "Expérience exigée" : "Débutant accepté"
    }
    let skills = plan.bank.frame.softSkills
    let count = min(random.below(5), skills.count)
    var at = random.below(skills.count)
    for rank in 0..<count {
      if rank > 0 {
        if rank == count - 1 { parts.soft.append(" et ") } else { parts.soft.append(", ") }
      }
      parts.soft.append(contentsOf: random.pick(skills[at].wordings))
      if let family = softFamilies[at] { offer.softSkills.append(family) }
      at = (at + 1 + random.below(3)) % skills.count
    }
  }

  private func spoil(
    _ text: inout Bytes, style: DocumentStyle, scratch: inout Bytes, _ random: inout SeededGenerator
  ) {
    if style == .capitals { Noise.capitalise(&text) }
    if random.chance(0.55) { Noise.straightenApostrophes(&text) }
    if style == .html, random.chance(0.5) { Noise.writeEntities(&text, scratch: &scratch) }
    if random.chance(0.03) { Noise.dropAccents(&text) }
    if random.chance(0.06) { Noise.addTypos(&text, count: 1 + random.below(4), with: &random) }
  }
}
