package dev.countersign.client.bench;

import bench.stock.ApiClient;
import bench.stock.api.SessionsApi;
import bench.stock.model.Visitor;
import feign.http2client.Http2Client;
import java.net.http.HttpClient;

/** The stock generator's client, made as its own documentation says. */
final class StockClient implements Contender.Client {
    private final SessionsApi sessions;

    StockClient(String baseUrl) {
        this(new ApiClient(), baseUrl);
    }

    private StockClient(ApiClient stock, String baseUrl) {
        sessions = stock.setBasePath(baseUrl).buildClient(SessionsApi.class);
    }

    /** With Feign's client over {@code java.net.http} in place of OkHttp: what is left are the clients themselves. */
    static StockClient overJavaNetHttp(String baseUrl) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ApiClient stock = new ApiClient();
        stock.getFeignBuilder().client(new Http2Client(http));
        return new StockClient(stock, baseUrl);
    }

    @Override
    public Object call() {
        return sessions.openSession(new Visitor().name("abc@abc.com").pin("0000"));
    }
}
