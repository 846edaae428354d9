import Taxonomy

#if FASTTEXT
  import CFastText
#endif

/// Skip-gram vectors of words and of their pieces: the only file that knows libfasttext.
final class SubwordTrainer {
  #if FASTTEXT
    static let isAvailable = true
    /// Version of the library's Debian package.
    static var library: String { String(cString: cfasttext_library()) }

    private let model: OpaquePointer

    /// Trains on a file of words parted by spaces, a context a line.
    ///
    /// - Parameter progress: called now and then with the share that is done; what it throws is thrown after.
    /// - Throws: `ReadingError` with what the library says.
    init(path: String, parameters: VectorTrainingParameters, progress: @escaping (Double) throws -> Void)
      throws
    {
      var options = cfasttext_options(
        dimensions: Int32(WordVectors.dimensions), window: Int32(parameters.window),
        epochs: Int32(parameters.epochs), minimum_count: Int32(parameters.minimumCount), negatives: 5,
        buckets: Int32(parameters.buckets), shortest: Int32(parameters.pieces.lowerBound),
        longest: Int32(parameters.pieces.upperBound), seed: Int32(truncatingIfNeeded: parameters.seed),
        rate: 0.05, sampling: 1e-4)
      let listener = Listener(progress)
      var message = [CChar](repeating: 0, count: 256)
      let trained = withExtendedLifetime(listener) {
        cfasttext_train(
          path, &options,
          { context, share in
            guard let context else { return }
            Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().hear(Double(share))
          }, Unmanaged.passUnretained(listener).toOpaque(), &message, message.count)
      }
      guard let trained else {
        throw ReadingError(
          VectorFindings.failed(message.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }))
      }
      model = trained
      if let error = listener.error { throw error }
    }

    deinit { cfasttext_free(model) }

    /// `WordVectors.dimensions` numbers a word, one after the other.
    func vectors(of words: [String]) throws -> [Float] {
      let width = WordVectors.dimensions
      var numbers = [Float](repeating: 0, count: words.count * width)
      for (place, word) in words.enumerated() {
        let isWritten = numbers.withUnsafeMutableBufferPointer {
          cfasttext_vector(model, word, $0.baseAddress! + place * width)
        }
        guard isWritten != 0 else { throw ReadingError(VectorFindings.failed(word)) }
      }
      return numbers
    }

    /// Hears how far the training is.
    private final class Listener {
      private let progress: (Double) throws -> Void
      private(set) var error: (any Error)?

      init(_ progress: @escaping (Double) throws -> Void) { self.progress = progress }

      func hear(_ share: Double) {
        guard error == nil else { return }
        do { try progress(share) } catch { self.error = error }
      }
    }
  #else
    static let isAvailable = false
    static var library: String { "" }

    init(path: String, parameters: VectorTrainingParameters, progress: @escaping (Double) throws -> Void)
      throws
    {
      throw ReadingError(VectorFindings.libraryMissing())
    }

    func vectors(of words: [String]) throws -> [Float] { throw ReadingError(VectorFindings.libraryMissing()) }
  #endif
}
