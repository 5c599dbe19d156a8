package dev.countersign.client.bench;

import java.util.function.Function;

/** The clients that are compared. Each makes the same call, with arguments made anew, and returns its typed answer. */
enum Contender {
    RAW("java.net.http and Jackson", RawClient::new),
    STOCK("stock generated Feign client", StockClient::new),
    STOCK_JDK("the same over java.net.http", StockClient::overJavaNetHttp),
    OURS("countersign", OurClient::new);

    /** One client, ready to call. */
    interface Client {
        /** One call. */
        Object call() throws Exception;
    }

    private final String title;
    private final Function<String, Client> client;

    Contender(String title, Function<String, Client> client) {
        this.title = title;
        this.client = client;
    }

    String title() {
        return title;
    }

    /** The client of a server. */
    Client at(String baseUrl) {
        return client.apply(baseUrl);
    }
}
