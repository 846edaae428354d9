import Taxonomy

/// Compares all current offers for near-duplicates and keeps the clusters.
struct ClusterUpdate {
  let store: Store
  let progress: IngestProgressHandler?

  func run() throws {}
}
