package dev.countersign.mock.route;

import dev.countersign.openapi.contract.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The paths of a document's servers, with every documented value of their variables (OAS 3.1 section 4.8.5). */
final class BasePaths {
    /** Enough for any honest document; a product of many variables would otherwise have no bound. */
    private static final int LIMIT = 64;

    private BasePaths() {}

    /** Base paths without trailing slash, in the order of the servers; empty ones are left out. */
    static Set<String> of(List<Server> servers) {
        Set<String> paths = new LinkedHashSet<>();
        for (Server server : servers) {
            for (String url : expand(server)) {
                String path = path(url);
                if (!path.isEmpty()) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    private static List<String> expand(Server server) {
        List<String> urls = List.of(server.url());
        for (Map.Entry<String, Server.Variable> variable : server.variables().entrySet()) {
            String placeholder = "{" + variable.getKey() + "}";
            if (!server.url().contains(placeholder)) {
                continue;
            }
            List<String> next = new ArrayList<>();
            for (String url : urls) {
                for (String value : values(variable.getValue())) {
                    if (next.size() < LIMIT) {
                        next.add(url.replace(placeholder, value));
                    }
                }
            }
            urls = next;
        }
        return urls;
    }

    private static Set<String> values(Server.Variable variable) {
        Set<String> values = new LinkedHashSet<>();
        values.add(variable.defaultValue());
        values.addAll(variable.values());
        return values;
    }

    private static String path(String url) {
        int scheme = url.indexOf("://");
        int authority = scheme >= 0 ? scheme + 3 : url.startsWith("//") ? 2 : -1;
        String path = url;
        if (authority >= 0) {
            int slash = url.indexOf('/', authority);
            path = slash < 0 ? "" : url.substring(slash);
        }
        path = path.replaceFirst("[?#].*$", "").replaceFirst("^(\\.{1,2}/)+|^\\.{1,2}$", "/");
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
