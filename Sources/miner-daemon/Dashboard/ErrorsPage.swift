import Mustache
import SkillMiner

/// Renders the page of disagreements: self-contained, no script.
struct ErrorsPage {
  private let template: MustacheTemplate

  /// - Throws: when the template of ours does not parse; tests keep that from happening.
  init() throws { template = try MustacheTemplate(string: Typography.french(ErrorsTemplate.html)) }

  func html(_ report: ErrorReport) -> String { template.render(Page(report: report)) }

  private struct Page {
    let report: ErrorReport
    let style = ReportStyle.css
    let marks = ErrorsTemplate.marks
  }
}
