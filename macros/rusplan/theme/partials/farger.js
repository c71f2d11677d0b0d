try{var v=localStorage.getItem("rusplan-farger")}catch(e){}if(v?v==="mork":matchMedia("(prefers-color-scheme: dark)").matches)document.body.setAttribute("data-md-color-scheme","slate")
