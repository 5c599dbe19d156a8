package dev.countersign.client;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Hands items to one subscriber, no faster than it asks for them. */
final class ItemPublisher<T> implements Flow.Publisher<T> {
    private final ItemStream<T> items;
    private final Executor executor;
    private final AtomicBoolean taken = new AtomicBoolean();

    ItemPublisher(ItemStream<T> items, Executor executor) {
        this.items = items;
        this.executor = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Reading reading = new Reading(subscriber);
        subscriber.onSubscribe(reading);
        if (taken.getAndSet(true)) {
            reading.fail(new IllegalStateException("an answer that is a stream can be read but once"));
        }
    }

    private final class Reading implements Flow.Subscription {
        private final Flow.Subscriber<? super T> subscriber;
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        Reading(Flow.Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long number) {
            if (number <= 0) {
                items.close();
                fail(new IllegalArgumentException("at least one item must be asked for, not " + number));
                return;
            }
            long before = wanted.getAndUpdate(open -> open + number < 0 ? Long.MAX_VALUE : open + number);
            if (before == 0) {
                executor.execute(this::read);
            }
        }

        @Override
        public void cancel() {
            if (!ended.getAndSet(true)) {
                items.close();
            }
        }

        /** Reads as many items as are wanted; one thread at a time, as the count says. */
        private void read() {
            try {
                do {
                    if (ended.get()) {
                        return;
                    }
                    if (!items.iterator().hasNext()) {
                        if (!ended.getAndSet(true)) {
                            subscriber.onComplete();
                        }
                        return;
                    }
                    subscriber.onNext(items.iterator().next());
                } while (wanted.decrementAndGet() > 0);
            } catch (RuntimeException e) {
                items.close();
                fail(e);
            }
        }

        void fail(RuntimeException why) {
            if (!ended.getAndSet(true)) {
                subscriber.onError(why);
            }
        }
    }
}
