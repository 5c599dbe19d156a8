package dev.countersign.mock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a run: the JSON, the chart and the tables, of figures made up here. */
class ResultsTest {
    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @TempDir
    Path folder;

    private static Figures figures(double first, double cpuValid, double cpuInvalid, double p50, double peak) {
        Percentiles times = new Percentiles(p50, p50, p50, p50, p50);
        return new Figures(
                first,
                first,
                1000,
                900,
                times,
                times,
                cpuValid,
                cpuInvalid,
                peak,
                List.of(new Figures.AtRate(100, 99.5, cpuValid, times)),
                List.of(peak / 2, peak));
    }

    private static Results results(String note) {
        Map<Peer, List<Figures>> few = Map.of(
                Peer.OURS, List.of(figures(0.3, 20, 30, 25, 80), figures(0.3, 22, 22, 25, 80)),
                Peer.PRISM, List.of(figures(2, 400, 500, 300, 300), figures(3, 220, 500, 300, 300)));
        Map<Peer, List<Figures>> many =
                Map.of(Peer.OURS, List.of(figures(0.4, 21, 30, 25, 90), figures(0.4, 22, 22, 25, 90)));
        List<Run> runs = List.of(Run.of(4, 3000, few), Run.of(1000, 4_000_000, many));
        return new Results(
                "2026-01-01T00:00:00Z",
                "abc1234",
                new Machine("Some & <Other>", 2, 8192, "Linux", "JVM"),
                new Settings(List.of("servers"), List.of(), List.of("4"), 2, 4, 10, 0, List.of(100), 0, note),
                List.of(new Results.Version(Peer.PRISM, "Prism", "5", Peer.Given.DOCUMENT)),
                List.of("nginx is left out: there is no /usr/sbin/nginx"),
                runs,
                List.of(),
                List.of(),
                Bar.of(runs));
    }

    @Test
    void areReadAsTheyWereWritten() throws Exception {
        Path file = folder.resolve("new/results.json");
        results("quiet").write(file);

        assertThat(Results.read(file)).isEqualTo(results("quiet"));
    }

    @Test
    void haveMachineVersionsRoundsAndNoiseInTheJson() throws Exception {
        Path file = folder.resolve("results.json");
        results("quiet").write(file);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));

        assertThat(json.at("/machine/processor").asString()).isEqualTo("Some & <Other>");
        assertThat(json.at("/versions/0/version").asString()).isEqualTo("5");
        assertThat(json.at("/settings/rounds").asInt()).isEqualTo(2);
        JsonNode first = json.at("/runs/0/servers/0");
        assertThat(first.at("/rounds").size()).isEqualTo(2);
        assertThat(json.findValues("noise")).isNotEmpty();
        assertThat(json.at("/leftOut/0").asString()).startsWith("nginx is left out");
    }

    @Test
    void compareRoundByRoundWithWhatTheServerIsHeldTo() {
        List<Bar> bars = results("").bars();

        // 20/400 and 22/220; 30/20 and 22/22; 21/20 and 22/22.
        assertThat(ratio(bars, "CPU us/valid, 4 operations, to Prism")).isCloseTo(0.075, EXACTLY);
        assertThat(ratio(bars, "CPU us/invalid to CPU us/valid")).isCloseTo(1.25, EXACTLY);
        assertThat(ratio(bars, "CPU us/valid, 1000 operations to 4")).isCloseTo(1.025, EXACTLY);
        assertThat(bars).noneMatch(bar -> bar.what().contains("Jetty"));
        assertThat(new Bar("", 1, Summary.of(1.01)).holds()).isFalse();
    }

    private static double ratio(List<Bar> bars, String what) {
        return bars.stream()
                .filter(bar -> bar.what().equals(what))
                .findFirst()
                .orElseThrow()
                .ratio()
                .median();
    }

    @Test
    void areDrawnAsWellFormedSvgWithEveryValueAsText() throws Exception {
        String svg = Chart.of(results("a <b> & c"));
        Document chart =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(text(chart.getElementsByTagName("title"))).contains("less is better");
        assertThat(text(chart.getElementsByTagName("desc"))).contains("Prism 5 310");
        assertThat(text(chart.getElementsByTagName("text"))).contains("310", "2.50", "a <b> & c", "Some & <Other>");
        assertThat(text(chart.getElementsByTagName("text")))
                .containsPattern("Answered from the document: (countersign, Prism|Prism, countersign)\\.")
                .doesNotContain("nginx", "Mockoon");
        assertThat(text(chart.getElementsByTagName("style"))).contains("prefers-color-scheme: dark");
        assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(2 * 4);
    }

    private static String text(NodeList nodes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nodes.getLength(); i++) {
            text.append(nodes.item(i).getTextContent()).append('\n');
        }
        return text.toString();
    }

    @Test
    void sayInTheTablesWhoWasLeftOutAndWhatWasMissed() {
        String report = Report.of(results("Other builds ran."));

        assertThat(report)
                .contains(
                        "- nginx is left out", "**Other builds ran.**", "| Prism 5 | the document | 2.50 [2.00..3.00]")
                .contains("| first 200, s, 4 operations, to Prism | 0.160 | 0.125 [0.100..0.150] | holds |");
    }
}
