package dev.countersign.mock.oidc;

import dev.countersign.mock.exchange.MockResponse;
import java.util.Set;

/**
 * The form that asks who somebody is, and the one that asks whether to log out. They lead to a place beside their own, by whichever
 * name or proxy the browser came.
 */
final class LoginPages {
    static final int LONGEST_NAME = 100;

    private LoginPages() {}

    /**
     * Asks for a name.
     *
     * @param name what stands in the field at first
     * @param complaint what was wrong with the last one; empty at first
     */
    static MockResponse login(AuthorizationRequest request, Set<String> scopes, String name, String complaint) {
        boolean wrong = !complaint.isEmpty();
        String content = "<p><strong>" + HtmlPage.text(request.client())
                + "</strong> wants to know who you are. This is a mock:"
                + " any name will do, and there is no password.</p>"
                + (scopes.isEmpty()
                        ? ""
                        : "<p>It asks for: <code>" + HtmlPage.text(String.join(" ", scopes)) + "</code></p>")
                + "<form method=\"post\" action=\""
                + HtmlPage.text("login?" + request.parameters().encoded())
                + "\"><label for=\"user\">User name</label>"
                + (wrong ? "<p id=\"wrong\" class=\"wrong\" role=\"alert\">" + HtmlPage.text(complaint) + "</p>" : "")
                + "<input id=\"user\" name=\"user\" required autofocus autocomplete=\"username\" autocapitalize=\"none\""
                + " spellcheck=\"false\" maxlength=\"" + LONGEST_NAME + "\" value=\"" + HtmlPage.text(name) + "\""
                + (wrong ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : "") + ">"
                + "<button class=\"first\" name=\"decision\" value=\"allow\">Log in</button>"
                + "<button name=\"decision\" value=\"deny\" formnovalidate>Refuse</button></form>";
        return HtmlPage.of(
                wrong ? 400 : 200,
                "Log in to the mock",
                content,
                request.redirect().getScheme() + ":");
    }

    /** Asks whether to log out. */
    static MockResponse logout(Parameters parameters) {
        return HtmlPage.of(
                200,
                "Log out of the mock?",
                "<form method=\"post\" action=\"" + HtmlPage.text("logout?" + parameters.encoded())
                        + "\"><button class=\"first\" name=\"confirmed\" value=\"yes\" autofocus>Log out</button></form>",
                "http: https:");
    }

    static MockResponse loggedOut() {
        return HtmlPage.of(200, "You are logged out", "<p>You can close this page.</p>", "");
    }
}
