/** Files that come with petitions and steps. */
@NullMarked
package vn.caunoi.api.file;

import org.jspecify.annotations.NullMarked;
