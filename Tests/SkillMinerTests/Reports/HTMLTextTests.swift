import SkillMiner
import Testing

/// The one place where text becomes HTML.
@Suite struct HTMLTextTests {
  @Test func nothingOfATextIsMarkup() {
    #expect(HTMLText.escaped("<b>\"l'été\" & co</b>") == "&lt;b&gt;&quot;l&#39;été&quot; &amp; co&lt;/b&gt;")
    #expect(HTMLText.escaped("a\u{0}b\u{7}c\u{85}d\te\nf") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
    #expect(HTMLText.escaped("e\u{301}") == "e\u{301}")
  }

  @Test func nothingOfATextEndsAString() {
    #expect(JSONOutput.quoted("a\"b\\c\nd\u{1}é\u{2028}") == #""a\"b\\c\nd\u0001é\u2028""#)
  }
}
