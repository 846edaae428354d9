/// One route of the service, as the OpenAPI document and the tests see it.
struct Endpoint: Hashable, Sendable {
  /// `GET`, `POST` …
  let method: String
  /// Template, as in `/api/v1/offers/{id}`.
  let path: String
  /// Who may call it.
  let access: Access
}
