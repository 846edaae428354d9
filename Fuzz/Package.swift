// swift-tools-version: 6.2
import PackageDescription

// The engine alone, without store, service or dependencies: folders of the product by links. Small enough to be built
// again for each sanitizer and for libFuzzer; see the README.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "engine",
  products: [
    .library(name: "SkillMiner", targets: ["SkillMiner"]), .library(name: "Taxonomy", targets: ["Taxonomy"]),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CVectors"),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CEmbedded"),
    .target(name: "Taxonomy", dependencies: ["CArchive", "CSodium", "CEmbedded"], swiftSettings: strict),
    .target(name: "SkillMiner", dependencies: ["CICU", "CStemmer", "CVectors", "Taxonomy"], swiftSettings: strict),
  ]
)

// libFuzzer brings its own `main`, so its programs are there only when asked for; the tests are there otherwise.
if Context.environment["SKILLMINER_FUZZ"] != nil {
  package.targets.append(
    .target(name: "FuzzSupport", path: "Targets/Support", swiftSettings: strict))
  for name in ["Segmenter", "Folding", "TrieImage", "Offers"] {
    package.targets.append(
      .executableTarget(
        name: "Fuzz\(name)", dependencies: ["FuzzSupport", "SkillMiner", "Taxonomy"], path: "Targets/\(name)",
        swiftSettings: strict))
  }
} else {
  package.targets += [
    .target(name: "TestSupport", dependencies: ["SkillMiner", "Taxonomy"], swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["SkillMiner", "CVectors", "Taxonomy", "TestSupport"],
      swiftSettings: strict),
  ]
}
