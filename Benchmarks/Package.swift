// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of SkillMiner never build what only benchmarks need.
// Build with `-Xswiftc -enable-testing`: the stages of the engine are internal (see the Makefile).
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "engine", path: "../Fuzz")],
  targets: [
    // Asks the C library how much memory is in use.
    .target(name: "CHeap"),
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "SkillMiner", package: "engine"),
        .product(name: "Taxonomy", package: "engine"),
        "CHeap",
      ],
      path: "Sources/Bench",
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        // Without MemberImportVisibility: tokens of the engine are structures of CICU, which is no product.
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ]
)
