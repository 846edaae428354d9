import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

/// Sheets as PDF: by whatever program stands on the search path, refused in words when it fails.
@Suite struct PDFPrinterTests {
  /// A stand-in for WeasyPrint.
  private func program(_ script: String) throws -> (folder: ScratchFolder, printer: PDFPrinter?) {
    let folder = try ScratchFolder()
    let path = folder.path("weasyprint")
    // Written by another process: a program that a neighbouring test starts meanwhile would inherit our file, open for
    // writing, and the system runs no such file (ETXTBSY).
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = [
      "-c", "printf '%s' \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", "#!/bin/sh\n\(script)\n", path,
    ]
    try writer.run()
    writer.waitUntilExit()
    let directory = URL(filePath: path).deletingLastPathComponent().path
    return (folder, PDFPrinter.find(in: "/nowhere:\(directory)"))
  }

  @Test func theDocumentGoesThroughTheProgram() throws {
    let (folder, printer) = try program("printf '%s' '%PDF-1.7 '; cat \"$4\"")
    defer { _ = folder }
    let long = String(repeating: "é", count: 200_000)
    let bytes = try #require(printer).pdf(long)
    #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-1.7 " + long)
  }

  @Test(arguments: ["exit 3", "cat \"$4\"", "exit 0", "printf '%s' '%PDF-'; exit 1"])
  func whatIsNoPDFIsRefused(script: String) throws {
    let (folder, printer) = try program(script)
    defer { _ = folder }
    let found = try #require(printer)
    #expect(throws: CommandFailure.self) { try found.pdf("<p>") }
  }

  @Test func aServiceSecretDoesNotReachIt() throws {
    let (folder, printer) = try program("printf '%s' '%PDF-'; env")
    defer { _ = folder }
    let words = String(decoding: try #require(printer).pdf("<p>"), as: UTF8.self)
    let names = words.dropFirst(5).split(separator: "\n").compactMap { $0.split(separator: "=").first }
    #expect(Set(names).isSubset(of: ["PATH", "LANG", "HOME", "PWD", "SHLVL", "_", "OLDPWD"]))
  }

  /// WeasyPrint of Debian 12 leaves out what has a variable in a shorthand, and what a drawing takes from the page.
  @Test func coloursStandWhereTheyArePrinted() {
    for css in [SiteStyle.css, SiteStyle.drawings] {
      #expect(!css.contains("var(") && css.contains("svg .grid { stroke: #dde3ea;"))
    }
    let drawing = MiniCharts.interval(share: 0.2, lower: 0.1, upper: 0.3, scale: 1)
    #expect(drawing.contains("stroke=\"#0b4f8a\"") && drawing.contains("fill=\"#0b4f8a\""))
    #expect(MiniCharts.spark([1, 2]).contains("stroke=\"#0b4f8a\""))
  }

  @Test func withoutAProgramThereIsNoPrinter() {
    #expect(PDFPrinter.find(in: "/nowhere") == nil)
  }

  @Test func onlySheetsAreComposed() throws {
    let site = try SiteFixture.shared.get().site
    let filiere = try #require(EmbeddedFilieres.all().first)
    let sheet = try #require(
      try Site.sheet(site.observatory, path: "/fiches/filiere/\(filiere.id).pdf", query: [:]))
    #expect(sheet.fileName.hasSuffix(".pdf") && sheet.html.contains("data:text/css;base64,"))
    #expect(!sheet.html.contains("href=\"/"))
    #expect(try Site.sheet(site.observatory, path: "/candidats.pdf", query: [:]) == nil)
    #expect(try Site.sheet(site.observatory, path: "/fiches/filiere/inconnue.pdf", query: [:]) == nil)
  }
}
