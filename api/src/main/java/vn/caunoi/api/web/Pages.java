package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;
import vn.caunoi.core.petition.PetitionId;

/** Where a page leads to after something was done. */
final class Pages {

    private static final int LONGEST = 2_500;

    private Pages() {}

    /** The answer to a POST that succeeded: 303, so that going back or reloading does nothing twice. */
    static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** The list somebody came from, as an address within this site; null for none. */
    static @Nullable String listOf(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST) return null;
        String path = within(given);
        return path.equals("/") ? null : path;
    }

    /** The page of a case, from which the way goes back to a list. @param place on the page: {@code #task}, or empty */
    static String ofCase(PetitionId petition, @Nullable String list, String place) {
        String from = list == null ? "" : "?from=" + UriUtils.encode(list, StandardCharsets.UTF_8);
        return "/cases/" + petition + from + place;
    }

    /** A path within this site, and the home page instead of anything else. */
    static String within(String path) {
        // browsers drop line ends and tabs, and read a backslash as a slash; braces would be filled in
        boolean strange = path.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "\\{}".indexOf(c) >= 0);
        return path.startsWith("/") && !path.startsWith("//") && !strange ? path : "/";
    }
}
