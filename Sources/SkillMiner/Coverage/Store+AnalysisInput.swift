extension Store: AnalysisInput {}
