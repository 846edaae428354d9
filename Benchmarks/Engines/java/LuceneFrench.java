import java.io.*;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.fr.*;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.*;
import org.apache.lucene.analysis.tokenattributes.*;
import org.apache.lucene.analysis.util.*;
import org.apache.lucene.util.*;

/**
 * Lucene's French chain with the forms as multi-word synonyms: raw text in, spans out.
 *
 * <p>StandardTokenizer, elision, lower case, ASCII folding, minimal French stem, SynonymFilter (greedy, longest).
 * Punctuation does not part: Lucene's tokeniser drops it.
 */
public final class LuceneFrench {
  private static final CharArraySet ELIDED =
      new CharArraySet(
          Arrays.asList("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"), true);

  private static final class Chain extends Analyzer {
    private final SynonymMap synonyms;

    Chain(SynonymMap synonyms) {
      this.synonyms = synonyms;
    }

    @Override
    protected TokenStreamComponents createComponents(String field, Reader reader) {
      Tokenizer words = new StandardTokenizer(reader);
      TokenStream stream = new ElisionFilter(words, ELIDED);
      stream = new LowerCaseFilter(stream);
      stream = new ASCIIFoldingFilter(stream);
      stream = new FrenchMinimalStemFilter(stream);
      if (synonyms != null) stream = new SynonymFilter(stream, synonyms, false);
      return new TokenStreamComponents(words, stream);
    }
  }

  private static int[] spans = new int[1 << 20];

  private static List<String> records(String scratch, String name) throws IOException {
    String all = new String(Files.readAllBytes(Paths.get(scratch, name)), StandardCharsets.UTF_8);
    List<String> list = new ArrayList<>(Arrays.asList(all.split("\0", -1)));
    list.remove(list.size() - 1);
    return list;
  }

  private static SynonymMap synonyms(List<String> forms) throws IOException {
    SynonymMap.Builder builder = new SynonymMap.Builder(true);
    Chain plain = new Chain(null);
    for (int number = 0; number < forms.size(); number++) {
      List<String> words = new ArrayList<>();
      try (TokenStream stream = plain.tokenStream("f", forms.get(number))) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) words.add(term.toString());
        stream.end();
      }
      if (words.isEmpty()) continue;
      CharsRef input = SynonymMap.Builder.join(words.toArray(new String[0]), new CharsRefBuilder());
      builder.add(input, new CharsRef(Integer.toString(number)), false);
    }
    return builder.build();
  }

  /** One pass: counts spans and keeps their offsets of each document. */
  private static long pass(Analyzer analyzer, List<String> texts) throws IOException {
    long count = 0;
    for (String text : texts) {
      int used = 0;
      try (TokenStream stream = analyzer.tokenStream("f", text)) {
        TypeAttribute type = stream.addAttribute(TypeAttribute.class);
        OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          if (type.type() != SynonymFilter.TYPE_SYNONYM) continue;
          if (used + 2 > spans.length) spans = Arrays.copyOf(spans, 2 * spans.length);
          spans[used++] = offset.startOffset();
          spans[used++] = offset.endOffset();
        }
        stream.end();
      }
      count += used / 2;
    }
    return count;
  }

  public static void main(String[] arguments) throws IOException {
    String scratch = arguments[0];
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Analyzer analyzer = new Chain(synonyms(records(scratch, "forms.raw")));
    double build = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    List<String> texts = records(scratch, "texts");
    System.out.println("{\"ready\":true,\"build\":" + build + "}");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = input.readLine()) != null; ) {
      String[] words = line.split(" ");
      int limit = Integer.parseInt(words[2]);
      List<String> chosen = limit == 0 || limit > texts.size() ? texts : texts.subList(0, limit);
      long wall = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      long count = pass(analyzer, chosen);
      System.out.printf(
          Locale.ROOT,
          "{\"stage\":\"%s\",\"cpu\":%.6f,\"wall\":%.6f,\"count\":%d,\"sum\":0}%n",
          words[1], (threads.getCurrentThreadCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9, count);
      System.out.flush();
    }
  }
}
