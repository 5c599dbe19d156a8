package dev.countersign.client.runtime.http;

import java.util.List;

/** What may stand in a header field, checked here because the JDK's own complaint quotes the value. */
final class HeaderRules {
    private HeaderRules() {}

    static void check(String name, List<String> values) {
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                if (isControl(value.charAt(i))) {
                    throw new IllegalArgumentException(
                            "the value of header " + name + " holds a control character, which no header can carry");
                }
            }
        }
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == 127;
    }
}
