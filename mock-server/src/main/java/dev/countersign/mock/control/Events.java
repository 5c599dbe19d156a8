package dev.countersign.mock.control;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells open pages what happens, as server-sent events. One thread of its own writes to them, so that no request waits for a
 * page; what a slow one cannot take in time is left out.
 */
final class Events {
    private static final int MOST_WAITING = 1_000;
    private static final long IDLE_SECONDS = 5;

    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor thread;

    private record Page(Session session, SseClient client) {}

    Events() {
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread made = new Thread(task, "mock-events");
                    made.setDaemon(true);
                    return made;
                },
                new ThreadPoolExecutor.DiscardOldestPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    void open(Session session, SseClient client) {
        client.keepAlive();
        Page page = new Page(session, client);
        client.onClose(() -> pages.remove(page));
        pages.add(page);
        client.sendEvent("ready", "{}"); // The answer's head has come before: from here on nothing is missed.
    }

    void onExchange(Session session, Exchange exchange) {
        if (!pages.isEmpty()) {
            send(session, "request", () -> ExchangeJson.summary(exchange).toString());
        }
    }

    void onAnswers(Session session) {
        send(session, "answers", () -> "{}");
    }

    void onState(Session session) {
        send(session, "state", () -> "{}");
    }

    void onCleared(Session session) {
        send(session, "cleared", () -> "{}");
    }

    void onReload() {
        thread.execute(() -> pages.forEach(page -> page.client().sendEvent("reload", "{}")));
    }

    private void send(Session session, String event, Supplier<String> data) {
        thread.execute(() -> {
            String text = data.get();
            for (Page page : pages) {
                if (page.session().name().equals(session.name())) {
                    page.client().sendEvent(event, text);
                }
            }
        });
    }
}
