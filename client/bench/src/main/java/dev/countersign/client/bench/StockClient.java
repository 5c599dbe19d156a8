package dev.countersign.client.bench;

import bench.stock.ApiClient;
import bench.stock.api.SessionsApi;
import bench.stock.model.Visitor;

/** The stock generator's client, made as its own documentation says. */
final class StockClient implements Contender.Client {
    private final SessionsApi sessions;

    StockClient(String baseUrl) {
        sessions = new ApiClient().setBasePath(baseUrl).buildClient(SessionsApi.class);
    }

    @Override
    public Object call() {
        return sessions.openSession(new Visitor().name("abc@abc.com").pin("0000"));
    }
}
