package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Parameter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and with what a case's request travels, the body left out. A query that is part of the template is among the others.
 *
 * @param path the path template with every value put in, percent-encoded as it travels
 * @param query query values by name, not percent-encoded
 * @param headers header values by name, a {@code Cookie} header among them where there are cookies
 */
public record RequestLine(String path, Map<String, List<String>> query, Map<String, List<String>> headers) {
    /** A place for a value, an encoded character, or any other character. */
    private static final Pattern PLACE_OR_PART = Pattern.compile("\\{[^{}]*}|%[0-9A-Fa-f]{2}|.", Pattern.DOTALL);
    /** What may stand in a path as it is: {@code pchar}, its encoded characters, and what parts segments and queries. */
    private static final Pattern PATH_TEXT = Pattern.compile("%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/?-]");

    /** The request line of a case. */
    public static RequestLine of(TestCase testCase) {
        String path = literal(withoutFragment(testCase.operation().path()));
        int mark = path.indexOf('?');
        String fixed = mark < 0 ? "" : path.substring(mark + 1);
        path = mark < 0 ? path : path.substring(0, mark);
        Map<String, List<String>> query = new LinkedHashMap<>();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        List<String> cookies = new ArrayList<>();
        for (String pair : fixed.isEmpty() ? List.<String>of() : List.of(fixed.split("&", -1))) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        for (Argument argument : testCase.arguments()) {
            Parameter parameter = argument.parameter();
            switch (parameter.in()) {
                case PATH ->
                    path = path.replace(
                            "{" + parameter.name() + "}",
                            StyledText.of(parameter, argument.value(), RequestLine::encoded));
                case QUERY -> query.putAll(StyledText.query(parameter, argument.value()));
                case HEADER ->
                    headers.put(
                            parameter.name(),
                            List.of(StyledText.of(parameter, argument.value(), UnaryOperator.identity())));
                case COOKIE ->
                    StyledText.query(parameter, argument.value())
                            .forEach((name, values) ->
                                    values.forEach(value -> cookies.add(encoded(name) + "=" + value)));
            }
        }
        testCase.credentials().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        testCase.credentials().query().forEach((name, value) -> query.put(name, List.of(value)));
        testCase.credentials().cookies().forEach((name, value) -> cookies.add(name + "=" + value));
        if (!cookies.isEmpty()) {
            headers.put("Cookie", List.of(String.join("; ", cookies)));
        }
        return new RequestLine(path, query, headers);
    }

    /**
     * A path template whose literal parts are percent-encoded where they hold what no path may hold (RFC 3986 section 3.3);
     * what is encoded already stays so.
     */
    private static String literal(String template) {
        StringBuilder path = new StringBuilder();
        Matcher parts = PLACE_OR_PART.matcher(template);
        while (parts.find()) {
            String part = parts.group();
            path.append(
                    part.startsWith("{") && part.endsWith("}")
                                    || PATH_TEXT.matcher(part).matches()
                            ? part
                            : encoded(part));
        }
        return path.toString();
    }

    /** Authors tell operations of one path apart by what follows a {@code #}, which never travels (RFC 9110 section 4.2.5). */
    private static String withoutFragment(String path) {
        int fragment = path.indexOf('#', path.lastIndexOf('/') + 1);
        boolean within = fragment >= 0 && path.indexOf('}', fragment) >= 0;
        return fragment < 0 || within ? path : path.substring(0, fragment);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Leaves only the unreserved characters as they are (RFC 3986 section 2.3). */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
