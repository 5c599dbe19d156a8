package dev.countersign.mock.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that the exchanges need: Jetty reads the body, Jackson parses it where it is JSON, and writes the list; nothing
 * is checked. Proxies pass on to it, too.
 */
final class BareTarget extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] PIECE = new byte[64 * 1024];
    private static final int PIECES = 512;

    private final JsonNode items = JSON.readTree(ExchangeDocument.items(ExchangeDocument.LISTED));

    private BareTarget() {}

    /** Argument: the port. */
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        server.setHandler(new BareTarget());
        server.start();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (path.equals("/generated")) {
            // It has no schema to generate from.
            return false;
        }
        String type = path.equals("/stream") ? "application/octet-stream" : "application/json";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        read(request, path);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            switch (path) {
                case "/items" -> JSON.writeValue(out, items);
                case "/stream" -> stream(out);
                default -> out.write(Stubs.ANSWER.getBytes(StandardCharsets.US_ASCII));
            }
        }
        callback.succeeded();
        return true;
    }

    private static void read(Request request, String path) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            if (path.equals("/import") || path.equals("/small")) {
                JSON.readTree(body);
            } else {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void stream(OutputStream out) throws IOException {
        out.write(PIECE);
        out.flush();
        LockSupport.parkNanos(200_000_000);
        for (int i = 1; i < PIECES; i++) {
            out.write(PIECE);
        }
    }
}
