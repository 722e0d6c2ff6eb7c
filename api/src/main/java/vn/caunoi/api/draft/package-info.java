/** What people typed into forms and have not sent yet. */
@NullMarked
package vn.caunoi.api.draft;

import org.jspecify.annotations.NullMarked;
