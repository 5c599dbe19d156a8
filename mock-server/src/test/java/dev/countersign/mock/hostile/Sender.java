package dev.countersign.mock.hostile;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;

/** Sends faulty requests over one connection after the other, many at a time without waiting for the answers. */
final class Sender {
    private static final int PIPELINED = 16;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private final Tally tally;

    Sender(int port, Tally tally) {
        this.port = port;
        this.tally = tally;
    }

    /** Sends so many requests, from a place in the list on, and again from its start. */
    void send(List<FaultyRequest> requests, int from, long count) throws IOException {
        long done = 0;
        while (done < count) {
            try (Connection connection = new Connection(port, TIMEOUT_MILLIS)) {
                boolean open = true;
                while (open && done < count) {
                    int batch = (int) Math.min(PIPELINED, count - done);
                    int start = (int) ((from + done) % requests.size());
                    int answered = exchange(connection, requests, start, batch);
                    done += answered;
                    open = answered == batch;
                }
            }
        }
    }

    /** How many were answered before the server ended the connection, the one included by which it did. */
    private int exchange(Connection connection, List<FaultyRequest> requests, int start, int batch) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        for (int i = 0; i < batch; i++) {
            messages.writeBytes(requests.get((start + i) % requests.size()).message());
        }
        connection.send(messages.toByteArray());
        for (int i = 0; i < batch; i++) {
            FaultyRequest request = requests.get((start + i) % requests.size());
            Connection.Answer answer;
            try {
                answer = connection.receive();
            } catch (EOFException | SocketTimeoutException ended) {
                tally.addUnanswered(request);
                return i + 1;
            }
            tally.add(request, answer);
            if (answer.last()) {
                return i + 1;
            }
        }
        return batch;
    }
}
