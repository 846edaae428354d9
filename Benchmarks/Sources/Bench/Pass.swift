import Foundation

/// One timed pass over documents.
struct Pass {
  /// CPU seconds of this thread.
  let cpu: Double
  /// Seconds of the clock on the wall.
  let wall: Double
  let result: Result

  /// What a pass produced, to compare engines by.
  struct Result {
    /// Spans, tokens or mentions produced.
    var count = 0
    /// Sum of the numbers of the forms found: equal sets of spans give equal sums.
    var sum = 0
  }

  /// Times a body.
  static func timed(_ body: @escaping () -> Result) -> Pass {
    let wall = now(CLOCK_MONOTONIC)
    let cpu = now(CLOCK_THREAD_CPUTIME_ID)
    pass = body
    benchPass()
    let spent = now(CLOCK_THREAD_CPUTIME_ID) - cpu
    return Pass(cpu: spent, wall: now(CLOCK_MONOTONIC) - wall, result: passResult)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// One JSON line for the runner.
  func line(_ stage: String) -> String {
    #"{"stage":"\#(stage)","cpu":\#(cpu),"wall":\#(wall),"count":\#(result.count),"sum":\#(result.sum)}"#
  }
}

// Under `callgrind --toggle-collect=bench_pass` only what runs inside this symbol is counted.
nonisolated(unsafe) private var pass: () -> Pass.Result = { Pass.Result() }
nonisolated(unsafe) private var passResult = Pass.Result()

/// The symbol that instruction counts begin and end with.
@_silgen_name("bench_pass")
@inline(never)
func benchPass() { passResult = pass() }
