# What `cmake --install` lays out. Filled in by the folders themselves where a target is made; here: the rest.
