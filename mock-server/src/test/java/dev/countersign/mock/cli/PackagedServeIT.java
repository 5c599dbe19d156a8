package dev.countersign.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.proxy.TrustedCertificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in a process of its own: the libraries of the jar, its environment, and which classes it loads. */
class PackagedServeIT {
    private static final Pattern NOT_ASKED_FOR = Pattern.compile(
            "^(okhttp3|okio|sun\\.security\\.ssl|org\\.eclipse\\.jetty\\.client|tools\\.jackson\\.databind\\.introspect"
                    + "|dev\\.countersign\\.mock\\.(tls|mount|cli\\.config\\.ConfigFile|cli\\.Browser|proxy\\.[^.]*Proxy$|proxy\\.Upstream))\\b");

    @TempDir
    private Path folder;

    private PackagedJar jar;

    @BeforeEach
    void unpack() {
        jar = new PackagedJar(folder);
    }

    private static HttpClient trusting(Path certificate) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(TrustedCertificates.with(certificate));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static String lineWith(String text, BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(text)) {
            line = out.readLine();
        }
        assertThat(line).as("a line with " + text).isNotNull();
        return line;
    }

    @Test
    void makesACertificateAndTakesItAlong() throws Exception {
        Process process = jar.command("serve", jar.document().toString(), "--port", "0", "--tls")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path certificate;
        try (BufferedReader out = PackagedJar.output(process)) {
            String greeting = lineWith(" listening on ", out);
            URI address = URI.create(greeting.substring(greeting.indexOf("https://")) + "/ping");
            certificate = Path.of(lineWith("--cacert ", out).replaceAll(".*--cacert (\\S+),.*", "$1"));
            HttpResponse<String> answer = trusting(certificate)
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("pong");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly();
        }
        assertThat(certificate).doesNotExist();
    }

    @Test
    void obeysItsEnvironmentAndOpensABrowser() throws Exception {
        Path opened = Files.createDirectory(folder.resolve("opened"));
        Path browser = Files.writeString(folder.resolve("browser"), """
                #!/bin/sh
                printf %%s "$1" > '%1$s.new' && mv '%1$s.new' '%1$s/page'
                """.formatted(opened));
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = jar.command("serve");
        builder.environment().put("BROWSER", browser.toString());
        builder.environment().put("COUNTERSIGN_DOCUMENT", jar.document().toString());
        builder.environment().put("COUNTERSIGN_PORT", "0");
        builder.environment().put("COUNTERSIGN_OPEN", "true");
        WatchService watch = folder.getFileSystem().newWatchService();
        opened.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (watch;
                BufferedReader out = PackagedJar.output(process)) {
            String greeting = lineWith(" listening on ", out);
            assertThat(PackagedJar.get(greeting, "/ping")).isEqualTo("pong");
            assertThat(watch.poll(60, TimeUnit.SECONDS)).isNotNull();
            assertThat(opened.resolve("page")).hasContent(greeting.substring(greeting.indexOf("http://")) + "/__mock/");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Features that are not asked for cost a start nothing. */
    @Test
    void loadsNoClassOfWhatIsNotAskedFor() throws Exception {
        List<String> line = new ArrayList<>(
                jar.command("serve", jar.document().toString(), "--port", "0").command());
        line.add(1, "-Xlog:class+load:file=" + folder.resolve("classes"));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = PackagedJar.output(process)) {
            assertThat(PackagedJar.get(lineWith(" listening on ", out), "/ping"))
                    .isEqualTo("pong");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        try (Stream<String> classes = Files.lines(folder.resolve("classes"))) {
            List<String> loaded = classes.map(each -> each.replaceFirst("^.*] (\\S+).*", "$1"))
                    .toList();
            assertThat(loaded).contains("dev.countersign.mock.Mock");
            assertThat(loaded).noneMatch(NOT_ASKED_FOR.asPredicate());
        }
    }
}
