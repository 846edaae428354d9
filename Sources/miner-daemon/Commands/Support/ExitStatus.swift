import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

/// Codes of return, the same for every command.
enum ExitStatus {
  /// The command could not do its job, or not all of it.
  static let failed = ExitCode(1)
  /// The command line cannot be understood.
  static let misused = ExitCode(2)

  /// Says what went wrong and ends the process.
  static func exit(_ error: any Error) -> Never {
    switch error {
    case let error as ExitCode:
      Foundation.exit(error.rawValue)
    case is StoreError, is ReadingError, is CommandFailure, is ReviewError:
      Console.message("\(error)")
      Foundation.exit(failed.rawValue)
    default:
      let text = MinerDaemon.fullMessage(for: error)
      switch MinerDaemon.exitCode(for: error) {
      case .success:
        // Help and version are what was asked for.
        Console.output(text.hasSuffix("\n") ? text : text + "\n")
        Foundation.exit(0)
      case .validationFailure:
        Console.message(text)
        Foundation.exit(misused.rawValue)
      default:
        Console.message(text)
        Foundation.exit(failed.rawValue)
      }
    }
  }
}

/// A command that cannot go on, in words for the person who gave it.
struct CommandFailure: Error, CustomStringConvertible {
  /// French: what is wrong and what to do.
  let description: String

  init(_ description: String) { self.description = description }
}
