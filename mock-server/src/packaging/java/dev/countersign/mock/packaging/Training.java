package dev.countersign.mock.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Serves a document as a user does, and asks it what users ask. */
final class Training {
    /** The body of an example of the document's first operation. */
    private static final String FITTING =
            "{\"name\":\"one\",\"size\":1.5,\"mail\":\"one@example.org\",\"code\":\"a1\"}";

    private static final String PAGE = "Accept: application/json\r\nPrefer: code=200\r\nOrigin: http://localhost\r\n";

    private Training() {}

    static void serve(Path document, ProcessBuilder server) throws IOException, InterruptedException {
        server.command().addAll(List.of("serve", document.toString(), "--port", "0"));
        Process process = server.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.readLine();
            String operation = out.readLine();
            if (operation == null) {
                throw new IOException("the packaged server does not start, see above");
            }
            String[] methodAndUrl = operation.strip().split(" ");
            URI url = URI.create(methodAndUrl[1].replaceAll("\\{[^}]*}", "1"));
            for (String body : List.of(FITTING, "{}", "{\"unknown\":[1,2.5,true,null]}", "not json")) {
                ask(methodAndUrl[0], url, "Accept: */*\r\nAuthorization: Bearer token\r\n", body);
                ask(methodAndUrl[0], url, PAGE, body);
            }
        } finally {
            process.destroy();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static void ask(String method, URI url, String headers, String body) throws IOException {
        String request = method + " " + url.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
