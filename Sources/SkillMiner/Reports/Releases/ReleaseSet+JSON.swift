extension ReleaseSet {
  /// For every document that bears figures; a part they do not rest on is `null`.
  var json: JSONOutput.Value {
    .object([
      ("taxonomy", .string(taxonomy)), ("taxonomy_digest", .string(taxonomyDigest)),
      ("lexicon", .string(lexicon)), ("program", .string(program)),
      ("certifications", .integer(certifications)), ("referential", .string(referential)),
    ])
  }
}
