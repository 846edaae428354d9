/// All routes of the service.
enum ServiceRoutes {
  /// The router with every group of routes.
  static func router(_ app: ServiceApp) -> ServiceRouter {
    let service = ServiceRouter(app)
    HealthRoutes.add(to: service)
    OpenAPIRoutes.add(to: service)
    SessionRoutes.add(to: service)
    AnalysisRoutes.add(to: service)
    SignalRoutes.add(to: service)
    OfferRoutes.add(to: service)
    ExtractRoutes.add(to: service)
    TaxonomyRoutes.add(to: service)
    ReferentialRoutes.add(to: service)
    PlaceRoutes.add(to: service)
    LexiconRoutes.add(to: service)
    ReviewRoutes.add(to: service)
    PortfolioRoutes.add(to: service)
    SupplyRoutes.add(to: service)
    UploadRoutes.add(to: service)
    JobRoutes.add(to: service)
    ExportRoutes.add(to: service)
    PageRoutes.add(to: service)
    return service
  }
}
