package dev.countersign.mock.tls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** Makes an identity for this machine under its own names, which no client trusts until it is told to. */
public final class DevelopmentCertificate {
    /** Browsers refuse certificates that are valid for more than 398 days. */
    private static final int DAYS = 90;

    private DevelopmentCertificate() {}

    /** The names and addresses that a certificate for a server on this host is made for. */
    public static Set<String> names(String host) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        String name = host.replaceAll("[\\[\\]]", "").replaceFirst("%.*", "");
        if (!name.isEmpty() && !name.equals("0.0.0.0") && !name.equals("::")) {
            names.add(name);
        }
        return names;
    }

    /** An identity with a new key. */
    public static Identity make(String host) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder()
                .commonName("Countersign development")
                .duration(DAYS, TimeUnit.DAYS);
        names(host).forEach(builder::addSubjectAlternativeName);
        HeldCertificate made = builder.build();
        return new Identity(made.keyPair().getPrivate(), List.of(made.certificate()));
    }
}
