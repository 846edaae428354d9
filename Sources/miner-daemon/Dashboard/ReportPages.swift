import Mustache
import SkillMiner

/// Renders results as self-contained HTML pages: no script, no font, no image from elsewhere.
struct ReportPages {
  private let library: MustacheLibrary

  /// - Throws: when a template of ours does not parse; tests keep that from happening.
  init() throws {
    var library = MustacheLibrary()
    let parts = [
      "head": LayoutTemplate.head, "warnings": LayoutTemplate.warnings, "foot": LayoutTemplate.foot,
      "method": MethodTemplate.html, "families": FamilyTableTemplate.html,
      "candidates-body": CandidatesTemplate.html, "coverage-body": CoverageTemplate.html,
    ]
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      try library.register(Typography.french(text), named: name)
    }
    for page in ["candidates", "coverage"] {
      try library.register(
        "{{> head}}{{#report}}{{> \(page)-body}}{{/report}}{{> method}}{{> foot}}", named: page)
    }
    self.library = library
  }

  /// The page of candidate modules.
  ///
  /// - Parameter limit: how many candidates get a fiche.
  func candidates(_ result: AnalysisResult, limit: Int = 40) -> String {
    let report = CandidatesReport(result, limit: limit)
    return render(Page(report: report, frame: report.frame), "candidates")
  }

  /// The page of demand and coverage.
  func coverage(_ result: AnalysisResult) -> String {
    let report = CoverageReport(result)
    return render(Page(report: report, frame: report.frame), "coverage")
  }

  private func render<Report>(_ page: Page<Report>, _ template: String) -> String {
    library.render(page, withTemplate: template) ?? ""
  }

  /// A report with what its page needs beside it.
  private struct Page<Report> {
    let report: Report
    let frame: ReportFrame
    let style = ReportStyle.css
    let pages: String

    init(report: Report, frame: ReportFrame) {
      self.report = report
      self.frame = frame
      pages = ReportStyle.pages(fingerprint: frame.fingerprint)
    }
  }
}
