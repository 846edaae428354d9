/// All routes of the service.
enum ServiceRoutes {
  /// The router with every group of routes.
  static func router(_ app: ServiceApp) -> ServiceRouter {
    let service = ServiceRouter(app)
    HealthRoutes.add(to: service)
    AnalysisRoutes.add(to: service)
    PageRoutes.add(to: service)
    return service
  }
}
