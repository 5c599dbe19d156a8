package dev.countersign.mock.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Build step: serves a document, asks it a few questions and ends, so that a JVM started with {@code
 * -XX:ArchiveClassesAtExit} meets the classes that every later start needs.
 */
final class TrainingRun {
    private static final Pattern OPERATION = Pattern.compile("([A-Z]+) http://127\\.0\\.0\\.1:([0-9]+)(/\\S*)");

    private TrainingRun() {}

    /** Arguments: the documents, one in each notation that starts are to be fast with. */
    public static void main(String[] args) throws IOException {
        int code = ExitCode.OK;
        for (String document : args) {
            code = Math.max(code, serve(document));
        }
        System.exit(code);
    }

    private static int serve(String document) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = Main.run(new String[] {"serve", document, "--port", "0"}, out, System.err);
        Matcher operation = OPERATION.matcher(printed.toString(StandardCharsets.UTF_8));
        if (operation.find()) {
            for (String body : List.of("{}", "{\"unknown\":[1,2.5,true,null]}", "not json")) {
                ask(operation.group(1), Integer.parseInt(operation.group(2)), operation.group(3), body);
            }
        }
        return code;
    }

    private static void ask(String method, int port, String path, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Accept: application/json\r\nPrefer: code=200\r\nOrigin: http://localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
