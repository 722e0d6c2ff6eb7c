/** Operating the program: incidents, and the clock of the demo. */
@NullMarked
package vn.caunoi.api.admin;

import org.jspecify.annotations.NullMarked;
