import Taxonomy
import Testing

@Suite struct CodesTests {
  @Test func romeCodeReadsWhatPeopleWrite() {
    #expect(ROMECode("N1103")?.value == "N1103")
    #expect(ROMECode(" n1103 ")?.value == "N1103")
    for bad in ["", "N110", "N11033", "O1103", "N11O3", "11103"] { #expect(ROMECode(bad) == nil) }
  }

  @Test func certificationCodeKnowsItsRegister() {
    #expect(CertificationCode("RNCP34860")?.register == .rncp)
    #expect(CertificationCode("rs 5678")?.description == "RS5678")
    for bad in ["RNCP", "RNCP-1", "34860", "RS0"] { #expect(CertificationCode(bad) == nil) }
  }

  @Test func datesAreCalendarDays() {
    #expect(CalendarDate("2024-02-29T10:00:00.000Z")?.description == "2024-02-29")
    #expect(CalendarDate("22/02/2024")?.description == "2024-02-22")
    #expect(CalendarDate("2023-02-29") == nil)
    #expect(CalendarDate("2023-2-2") == nil)
  }
}
