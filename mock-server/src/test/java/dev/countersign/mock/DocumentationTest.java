package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What messages and pages point to is there. */
class DocumentationTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)#?([^)]*)\\)");
    private static final Pattern IN_CODE = Pattern.compile("troubleshooting(?:\\.md|\\.html)?#([a-z0-9-]+)");

    @Test
    void everyPlaceOfThePageOfErrorsThatCodeNamesIsThere() throws IOException {
        Set<String> anchors = anchors(REPOSITORY.resolve("docs/troubleshooting.md"));
        List<String> named = files("src/main", ".java")
                .flatMap(file -> IN_CODE.matcher(read(file)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(anchors).containsAll(named);
    }

    @Test
    void everyHeadingOfThePageOfErrorsIsAnAddressOfItsOwn() {
        List<String> headings = HEADING.matcher(read(REPOSITORY.resolve("docs/troubleshooting.md")))
                .results()
                .map(match -> anchor(match.group(1)))
                .toList();

        assertThat(headings)
                .doesNotHaveDuplicates()
                .contains(
                        "no-such-path",
                        "method-not-allowed",
                        "unsupported-media-type",
                        "invalid-request",
                        "not-documented",
                        "not-acceptable",
                        "credentials",
                        "too-large",
                        "too-expensive");
    }

    @Test
    void everyLinkOfThePagesLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = Stream.concat(
                        files("docs", ".md"),
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                .map(REPOSITORY::resolve))
                .toList();
        for (Path page : pages) {
            for (MatchResult link : LINK.matcher(read(page)).results().toList()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                if (Files.notExists(target)
                        || !link.group(2).isEmpty() && !anchors(target).contains(link.group(2))) {
                    broken.add(REPOSITORY.relativize(page) + ": " + link.group());
                }
            }
        }

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInTheArchitecture() throws IOException {
        String architecture = read(REPOSITORY.resolve("docs/architecture.md"));
        List<String> packages = files("src/main", "package-info.java")
                .map(file -> String.valueOf(file.getParent().getFileName()))
                .filter(name ->
                        !Set.of("bench", "openapi", "mock", "maven", "command").contains(name))
                .toList();

        assertThat(packages).hasSizeGreaterThan(40).allMatch(name -> architecture.contains(name + "`"));
    }

    private static Stream<Path> files(String below, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(REPOSITORY, 12)) {
            return all
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> REPOSITORY.relativize(file).toString().matches("(.*/)?" + below + "/.*"))
                    .filter(file -> !REPOSITORY.relativize(file).toString().matches(".*(target|node_modules)/.*"))
                    .toList()
                    .stream();
        }
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(read(page))
                .results()
                .map(match -> anchor(match.group(1)))
                .collect(Collectors.toSet());
    }

    /** As the usual hosts of repositories make addresses of headings. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
