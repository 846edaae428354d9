// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Settings every target of ours is held to; see ARCHITECTURE.md, "Language".
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// libfasttext is optional: without it everything works but `lexicon train`. The Makefile names the header in the
/// environment, so that SwiftPM does not answer from the manifest it remembers when the library came or went.
let hasFastText = FileManager.default.fileExists(atPath: "/usr/include/fasttext/fasttext.h")

/// Version of its Debian package: what trained vectors say they were made with.
let fastTextVersion: String = {
  let status = (try? String(contentsOfFile: "/var/lib/dpkg/status", encoding: .utf8)) ?? ""
  guard let entry = status.range(of: "Package: libfasttext-dev\n"),
    let version = status.range(of: "\nVersion: ", range: entry.upperBound..<status.endIndex)
  else { return "?" }
  return String(status[version.upperBound...].prefix { !$0.isNewline })
}()

/// The library behind a small interface in C.
let fastText = Target.target(
  name: "CFastText",
  cxxSettings: [.define("CFASTTEXT_LIBRARY", to: "\"\(fastTextVersion)\"")],
  linkerSettings: [.linkedLibrary("fasttext")])

let package = Package(
  name: "skillminer",
  products: [
    .library(name: "Taxonomy", targets: ["Taxonomy"]),
    .library(name: "SkillMiner", targets: ["SkillMiner"]),
    .executable(name: "miner-daemon", targets: ["miner-daemon"]),
    .executable(name: "corpus-generator", targets: ["corpus-generator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    // Named because our HTTP files use their types directly; Hummingbird brings them in any case.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.0.0"),
  ],
  targets: [
    // System libraries: opaque handles and static inline calls, each imported by one folder.
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Loops in C, over vectors, that Swift does not compile to; no library.
    .systemLibrary(name: "CVectors"),

    // The embedded starter referential, compiled into the binary.
    .target(name: "CEmbedded"),

    .target(
      name: "Taxonomy",
      dependencies: ["CArchive", "CSodium", "CEmbedded"],
      swiftSettings: strict),
    .target(
      name: "SkillMiner",
      dependencies: [
        "CICU", "CStemmer", "CVectors", "Taxonomy",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ] + (hasFastText ? ["CFastText"] : []),
      swiftSettings: strict + (hasFastText ? [.define("FASTTEXT")] : [])),
    .executableTarget(
      name: "miner-daemon",
      dependencies: [
        "SkillMiner", "Taxonomy", "CVectors", "CXLSXWriter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "corpus-generator",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      path: "corpora/Generator",
      swiftSettings: strict),

    .executableTarget(
      name: "signal-simulation",
      dependencies: ["SkillMiner", "TestSupport"],
      path: "Tests/SignalSimulation",
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["SkillMiner", "Taxonomy"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TaxonomyTests", dependencies: ["Taxonomy", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SkillMinerTests", dependencies: ["SkillMiner", "CVectors", "TestSupport"],
      exclude: ["Signals/Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "MinerDaemonTests",
      dependencies: [
        "miner-daemon", "SkillMiner", "Taxonomy", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GeneratorTests",
      dependencies: ["corpus-generator", "Taxonomy", "SkillMiner", "TestSupport"],
      path: "Tests/GeneratorTests", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport"], path: "Tests/EndToEnd",
      swiftSettings: strict),
  ] + (hasFastText ? [fastText] : []),
  cxxLanguageStandard: .cxx17
)
