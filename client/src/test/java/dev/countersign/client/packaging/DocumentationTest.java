package dev.countersign.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that this build has written, of whatever contract. */
class DocumentationTest {
    private static final Path DOCS = Path.of("target/generated-sources/client/docs");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)");
    private static final Pattern WEB = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    @Test
    void linkOnlyToPagesAndHeadingsThatAreThere() throws IOException {
        Map<String, String> pages = pages();
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Matcher link = LINK.matcher(page.getValue());
            while (link.find()) {
                String target = link.group(1);
                if (!WEB.matcher(target).matches()) {
                    links++;
                    String[] parts = target.split("#", 2);
                    String text = pages.get(parts[0].isEmpty() ? page.getKey() : parts[0]);
                    if (text == null || (parts.length > 1 && !anchors(text).contains(parts[1]))) {
                        broken.add(page.getKey() + " -> " + target);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThanOrEqualTo(pages.size() - 1);
    }

    @Test
    void areAllReachedFromTheFirst() throws IOException {
        Map<String, String> pages = pages();
        Set<String> linked = new TreeSet<>(Set.of("README.md"));
        LINK.matcher(pages.get("README.md")).results().forEach(link -> linked.add(link.group(1)));

        assertThat(linked).isEqualTo(new TreeSet<>(pages.keySet()));
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new HashMap<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.toList()) {
                String text = FENCED.matcher(Files.readString(file)).replaceAll("");
                pages.put(file.getFileName().toString(), text);
            }
        }
        return pages;
    }

    /** As a Markdown viewer names headings: in lower case, without punctuation, with hyphens for spaces. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(text)
                .results()
                .forEach(heading -> anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-')));
        return anchors;
    }
}
